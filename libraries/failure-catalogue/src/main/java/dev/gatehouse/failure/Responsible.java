package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who can put a failure right. */
public enum Responsible {
  /** The IT admin, in the identity provider's console. */
  IDENTITY_PROVIDER,
  /** The IT admin, in the organization's own settings here. */
  ORGANIZATION,
  /** The person signing in, by starting again. */
  PERSON,
  /** Those who run the platform; no setting of the organization causes it. */
  PLATFORM;

  /** A stable name for machines. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
