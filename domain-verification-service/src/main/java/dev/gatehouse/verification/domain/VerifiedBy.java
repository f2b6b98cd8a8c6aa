package dev.gatehouse.verification.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a verification rests on. */
public enum VerifiedBy {
  /** A record in DNS, which must stay there. */
  DNS,
  /** An operator's word; checks never take it back. */
  OPERATOR;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
