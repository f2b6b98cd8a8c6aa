package dev.gatehouse.oidc.keys;

import java.time.Duration;

/**
 * How long keys are used, and how often they may be asked for.
 *
 * @param freshFor after this they are fetched again before use
 * @param keptFor after this they are no longer used, even if the provider does not answer
 * @param floor least time between two fetches, whatever key ids tokens name
 * @param retryAfter the same after a failed fetch
 */
public record JwksFreshness(
    Duration freshFor, Duration keptFor, Duration floor, Duration retryAfter) {

  /** An hour, a day, half a minute, five seconds. */
  public static final JwksFreshness USUAL =
      new JwksFreshness(
          Duration.ofHours(1), Duration.ofDays(1), Duration.ofSeconds(30), Duration.ofSeconds(5));

  public JwksFreshness {
    if (floor.isNegative() || retryAfter.isNegative() || freshFor.compareTo(keptFor) > 0) {
      throw new IllegalArgumentException("keys are fresh no longer than they are kept");
    }
  }
}
