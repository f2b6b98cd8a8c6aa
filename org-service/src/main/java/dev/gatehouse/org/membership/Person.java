package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/** Who signed in, as far as the identity provider told. */
record Person(Id id, @Nullable String givenName, @Nullable String familyName) {

  @Override
  public String toString() {
    return id.toString();
  }
}
