package dev.gatehouse.gateway.log;

import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that ended without a code.
 *
 * @param reference what the person was shown
 * @param findings why, in the order of the checks
 * @param checks how every check went; empty where no answer was looked at
 */
public record FailedSignIn(
    Id id,
    Id organization,
    Id connection,
    @Nullable Id revision,
    @Nullable Id application,
    @Nullable Id person,
    @Nullable String email,
    String reference,
    List<Finding> findings,
    List<CheckLine> checks,
    Instant at) {

  /** One check that failed: a stable reason code, what was expected and what came. */
  public record Finding(String reason, @Nullable String expected, @Nullable String received) {}

  /**
   * How one check went.
   *
   * @param outcome {@code passed}, {@code failed} or {@code not_reached}
   */
  public record CheckLine(
      String name,
      String title,
      String outcome,
      @Nullable String expected,
      @Nullable String received) {

    CheckLine titled(String other) {
      return new CheckLine(name, other, outcome, expected, received);
    }
  }

  /** Addresses are not for logs. */
  @Override
  public String toString() {
    return "FailedSignIn[" + id + "]";
  }
}
