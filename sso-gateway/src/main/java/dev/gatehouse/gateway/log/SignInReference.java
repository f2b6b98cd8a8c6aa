package dev.gatehouse.gateway.log;

import java.security.SecureRandom;
import java.util.Locale;

/** The reference that a person is shown when a sign-in fails, for example {@code 4F7K-29QX}. */
public final class SignInReference {

  /** Without letters and digits that are mistaken for one another. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HALF = 4;

  private SignInReference() {}

  /** A new one; random, so that nobody can ask for a neighbour's. */
  public static String next() {
    return half() + "-" + half();
  }

  /** As {@link #next} wrote it, however it was typed: any case, with dash, space or nothing. */
  static String normalised(String typed) {
    StringBuilder bare = new StringBuilder(2 * HALF);
    for (char letter : typed.toUpperCase(Locale.ROOT).toCharArray()) {
      if (ALPHABET.indexOf(letter) >= 0 && bare.length() <= 2 * HALF) {
        bare.append(letter);
      }
    }
    return bare.length() == 2 * HALF ? bare.insert(HALF, '-').toString() : typed.strip();
  }

  private static String half() {
    StringBuilder text = new StringBuilder(HALF);
    for (int i = 0; i < HALF; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
