package dev.gatehouse.verification.domain;

import org.hibernate.exception.ConstraintViolationException;

/** Reads which of the two unique indexes said no. */
final class UniqueNames {

  private UniqueNames() {}

  static boolean isHeldElsewhere(Throwable failure) {
    return isViolated(failure, "domain_one_holder");
  }

  static boolean isAlreadyClaimed(Throwable failure) {
    return isViolated(failure, "domain_once_per_organization");
  }

  private static boolean isViolated(Throwable failure, String index) {
    return failure instanceof ConstraintViolationException refused
        && index.equals(refused.getConstraintName());
  }
}
