package dev.gatehouse.verification.domain;

import java.time.Instant;

/**
 * A win of a name.
 *
 * @param number raised by each win of this name, whoever wins it; the highest routes sign-ins
 * @param by what the win rests on
 * @param since when it was won
 */
public record Ownership(long number, VerifiedBy by, Instant since) {}
