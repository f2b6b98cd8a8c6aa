package dev.gatehouse.verification.provider;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a DNS console wants in its host field. */
public enum HostForm {
  /** The part before the zone; the console appends the zone by itself. */
  RELATIVE,
  /** The full name, with a dot at the end. */
  ABSOLUTE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static HostForm parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
