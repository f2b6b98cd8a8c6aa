package dev.gatehouse.verification.check;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When to look again at a domain that is proven. A little earlier at random, so that domains that
 * were proven together, or waited together for a service that was down, spread over the day.
 *
 * @param every the wait after a look that DNS answered
 * @param unanswered the wait after one that it did not
 * @param random numbers from 0 to 1
 */
record RecheckSchedule(Duration every, Duration unanswered, DoubleSupplier random) {

  private static final double JITTER = 0.1;

  Instant afterAnswer(Instant now) {
    return in(every, now);
  }

  Instant afterSilence(Instant now) {
    return in(unanswered, now);
  }

  private Instant in(Duration wait, Instant now) {
    return now.plus(wait).minusMillis((long) (wait.toMillis() * JITTER * random.getAsDouble()));
  }
}
