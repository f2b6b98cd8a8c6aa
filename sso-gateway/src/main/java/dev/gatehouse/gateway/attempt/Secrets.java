package dev.gatehouse.gateway.attempt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Values that nobody can guess. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 256 random bits, fit for a cookie. */
  static String forCookie() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
  }

  /**
   * An {@code xs:ID} with 160 random bits (SAML Core 1.3.4); Entra refuses one with a digit first.
   */
  static String requestId() {
    return "_" + HexFormat.of().formatHex(bytes(20));
  }

  static byte[] sha256(String value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
