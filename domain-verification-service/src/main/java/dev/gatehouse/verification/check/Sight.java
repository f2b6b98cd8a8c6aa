package dev.gatehouse.verification.check;

import dev.gatehouse.verification.provider.DetectProvider.Hosting;
import java.util.Optional;

/**
 * What DNS said about an assignment, not yet acted upon.
 *
 * @param news where the DNS is hosted, if that was not known before
 */
record Sight(Assignment assignment, CheckVerdict verdict, Optional<Hosting> news) {}
