package dev.gatehouse.org.membership;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** {@code active ⇄ revoked}, and {@code deleted} with the organization. */
public enum MemberStatus {
  ACTIVE,
  /** Removed, and kept out until invited again. */
  REVOKED,
  /** Nothing but the id is left. */
  DELETED;

  /** As the API and the events write it. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
