package dev.gatehouse.org.setuplink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 256 random bits in a link or in a cookie. Shown once; only the hash is kept. */
record LinkSecret(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static LinkSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Takes as long for a wrong secret as for the right one. */
  boolean hashesTo(@Nullable String expected) {
    return expected != null
        && MessageDigest.isEqual(
            hash().getBytes(StandardCharsets.US_ASCII),
            expected.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "LinkSecret[masked]";
  }
}
