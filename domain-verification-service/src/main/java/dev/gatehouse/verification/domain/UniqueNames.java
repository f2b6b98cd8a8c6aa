package dev.gatehouse.verification.domain;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Reads which of the two unique indexes said no. */
final class UniqueNames {

  private static final String UNIQUE_VIOLATION = "23505";

  private UniqueNames() {}

  static boolean isHeldElsewhere(Throwable failure) {
    return isViolated(failure, "domain_one_holder");
  }

  static boolean isAlreadyClaimed(Throwable failure) {
    return isViolated(failure, "domain_once_per_organization");
  }

  private static boolean isViolated(Throwable failure, String index) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused
          && UNIQUE_VIOLATION.equals(refused.getSqlState())
          && index.equals(refused.getConstraint())) {
        return true;
      }
    }
    return false;
  }
}
