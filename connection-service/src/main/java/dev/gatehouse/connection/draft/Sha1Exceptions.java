package dev.gatehouse.connection.draft;

import dev.gatehouse.access.Caller;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The dated exception to refusing SHA-1: operators make it, and it ends by itself. */
@ApplicationScoped
class Sha1Exceptions {

  private static final Duration LONGEST = Duration.ofDays(90);

  private final Clock clock;

  Sha1Exceptions(Clock clock) {
    this.clock = clock;
  }

  /**
   * Until when SHA-1 is allowed; null never. Whoever may edit may end an exception, by a time that
   * is over.
   *
   * @param asked null leaves it as it was before
   */
  @Nullable Instant until(@Nullable Instant asked, @Nullable Instant before, Caller caller) {
    if (asked == null) {
      return before;
    }
    Instant now = clock.instant();
    if (!asked.isAfter(now)) {
      return null;
    }
    if (!(caller instanceof Caller.Operator)) {
      throw Problems.of(ProblemCode.OPERATORS_ONLY);
    }
    if (asked.isAfter(now.plus(LONGEST))) {
      throw Problems.of(ProblemCode.SHA1_EXCEPTION_TOO_LONG);
    }
    return asked;
  }
}
