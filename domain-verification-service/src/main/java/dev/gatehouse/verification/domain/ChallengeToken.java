package dev.gatehouse.verification.domain;

import com.google.common.io.BaseEncoding;
import java.security.SecureRandom;

/**
 * The unguessable part of a challenge: 160 random bits in lower-case base32, made anew for every
 * claim, so that it proves the claim of exactly one organization to exactly one name.
 */
record ChallengeToken(String text) {

  private static final int BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ChallengeToken create() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new ChallengeToken(BaseEncoding.base32().lowerCase().omitPadding().encode(bits));
  }

  /** Challenge tokens are kept out of logs, although they will stand in public DNS. */
  @Override
  public String toString() {
    return "ChallengeToken[…]";
  }
}
