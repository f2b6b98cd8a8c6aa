package dev.gatehouse.org.membership;

import java.util.Locale;

/** How addresses are written and compared. */
final class EmailAddress {

  static final int LONGEST = 254;

  private EmailAddress() {}

  /** With a lower-case domain; the part before it belongs to its mail server and stays. */
  static String written(String email) {
    String stripped = email.strip();
    int at = stripped.lastIndexOf('@');
    return stripped.substring(0, at + 1) + stripped.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  /** What audit records show: enough to recognise, too little to write to. */
  static String masked(String email) {
    return email.charAt(0) + "***" + email.substring(email.lastIndexOf('@'));
  }
}
