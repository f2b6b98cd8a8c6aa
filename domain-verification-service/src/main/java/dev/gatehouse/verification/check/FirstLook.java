package dev.gatehouse.verification.check;

import io.smallrye.mutiny.Uni;

/** A cheap first look at a name, on which nothing is decided. */
public interface FirstLook {

  /** False only when the name surely does not exist; true when it is worth a proper look. */
  Uni<Boolean> isWorthAsking(String host);
}
