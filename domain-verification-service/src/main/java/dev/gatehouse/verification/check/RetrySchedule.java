package dev.gatehouse.verification.check;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When to look again: the longer nobody has shown interest in a claim, the less often. A quarter of
 * that time, between the bounds, and a little less at random so that claims do not march in step.
 *
 * @param soonest the first wait, and the shortest
 * @param latest the longest wait
 * @param random numbers from 0 to 1
 */
record RetrySchedule(Duration soonest, Duration latest, DoubleSupplier random) {

  private static final int PART_OF_AGE = 4;
  private static final double JITTER = 0.1;

  /**
   * The next check.
   *
   * @param interestAt when somebody last claimed the domain or asked us to look
   */
  Instant next(Instant interestAt, Instant now) {
    Duration part = Duration.between(interestAt, now).dividedBy(PART_OF_AGE);
    Duration wait = min(max(part, soonest), latest);
    long off = (long) (wait.toMillis() * JITTER * random.getAsDouble());
    return now.plus(max(wait.minusMillis(off), soonest));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
