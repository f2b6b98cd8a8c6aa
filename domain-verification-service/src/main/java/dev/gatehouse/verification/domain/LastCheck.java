package dev.gatehouse.verification.domain;

import java.time.Instant;
import java.util.List;

/**
 * The last check of a domain.
 *
 * @param at when we looked
 * @param outcome what came of it
 * @param explanation what that means, and what to do, in a sentence or two for an admin
 * @param found the records that the explanation is about
 */
public record LastCheck(
    Instant at, CheckOutcome outcome, String explanation, List<FoundRecord> found) {}
