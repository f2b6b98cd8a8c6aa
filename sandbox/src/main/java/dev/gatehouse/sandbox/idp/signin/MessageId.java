package dev.gatehouse.sandbox.idp.signin;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Ids of messages: 160 random bits behind an underscore, since an xs:ID may not begin with a digit.
 */
final class MessageId {
  private static final SecureRandom RANDOM = new SecureRandom();

  private MessageId() {}

  static String next() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return "_" + HexFormat.of().formatHex(bytes);
  }
}
