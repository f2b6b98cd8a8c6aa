package dev.gatehouse.verification.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the last check found, as clients switch on it. */
public enum CheckOutcome {
  /** The record is right. */
  PROVEN,
  /** No TXT record is there, nor anywhere we would expect it by mistake. */
  NOT_PUBLISHED,
  /** TXT records are there, none with the right value. */
  DIFFERENT_VALUE,
  /** The value is right but the quotation marks or blanks around it became part of it. */
  QUOTES_INCLUDED,
  /** The DNS console appended the domain to a host that had it already. */
  DOUBLED_NAME,
  /** The value stands at the domain itself instead of below it. */
  AT_APEX,
  /** The host is an alias (CNAME): only what stands where it leads is seen, and that is not it. */
  ALIASED,
  /** The record is right, but another organization holds the name. */
  OWNED_ELSEWHERE,
  /** The DNS resolvers do not agree about the record; says nothing about it. */
  RESOLVERS_DISAGREE,
  /** DNS did not answer; says nothing about the record. */
  LOOKUP_FAILED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
