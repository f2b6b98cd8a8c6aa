package dev.gatehouse.verification.domain;

import dev.gatehouse.verification.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * The TXT record that proves a claim.
 *
 * @param domain the claimed name
 * @param host the full name at which it must stand
 * @param value the whole string that must stand there
 * @param expiresAt from then on it proves nothing
 */
public record Challenge(DomainName domain, String host, String value, Instant expiresAt) {

  /** What every value starts with, whoever it was made for. */
  public static final String VALUE_PREFIX = "gatehouse-domain-verification=";

  static Challenge of(DomainName domain, String label, String token, Instant expiresAt) {
    return new Challenge(domain, label + "." + domain, VALUE_PREFIX + token, expiresAt);
  }

  /** Whether a record's whole string is the value; a substring never is. In constant time. */
  public boolean isMetBy(String record) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.ISO_8859_1), record.getBytes(StandardCharsets.ISO_8859_1));
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Challenge[" + host + "]";
  }
}
