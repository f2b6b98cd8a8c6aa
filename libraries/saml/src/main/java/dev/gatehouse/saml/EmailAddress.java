package dev.gatehouse.saml;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address with exactly one reading: one {@code @}, no quoting, and a normalised domain. */
public record EmailAddress(String value, String domain) {

  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
  // The last two are further forms of the at sign.
  private static final String REFUSED = "\"`<>()[]{},;:\\|\uff20\ufe6b";

  /** As forms and XML leave them; no other sign is taken away from an address. */
  private static final Pattern BLANKS_AROUND = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$");

  /** With blanks around. Looking for those costs the square of their number. */
  private static final int LONGEST = 1_000;

  /** Reads an address; empty if it could be read in two ways or is none. */
  public static Optional<EmailAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String value = BLANKS_AROUND.matcher(text).replaceAll("");
    int at = value.indexOf('@');
    if (at < 1 || at != value.lastIndexOf('@') || value.length() > 320) {
      return Optional.empty();
    }
    boolean clean =
        value
            .codePoints()
            .noneMatch(c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || becomesAscii(c)
                    || REFUSED.indexOf(c) >= 0);
    String written = value.substring(at + 1);
    if (!clean || written.isEmpty() || written.endsWith(".")) {
      return Optional.empty();
    }
    String domain = normaliseDomain(written);
    boolean name =
        domain.indexOf('.') > 0 && domain.length() <= 253 && NAME.matcher(domain).matches();
    return name ? Optional.of(new EmailAddress(value, domain)) : Optional.empty();
  }

  /** The Kelvin sign would become a k wherever addresses are compared in lower case. */
  private static boolean becomesAscii(int c) {
    return c >= 128 && Character.toString(c).toLowerCase(Locale.ROOT).codePointAt(0) < 128;
  }

  /** The comparable form of a domain: A-labels, lower case, no trailing dot. */
  public static String normaliseDomain(String domain) {
    String written = domain.strip();
    // The Kelvin sign becomes a k already by lower-casing.
    if (!Normalizer.isNormalized(written, Normalizer.Form.NFKC)) {
      return written;
    }
    String lower = written.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (bare.chars().allMatch(c -> c < 128)) {
      return bare;
    }
    try {
      String ascii = IDN.toASCII(bare).toLowerCase(Locale.ROOT);
      // Characters that merely fold into others (sharp s, full-width letters) are two names to
      // two readers: left as they are, so that they match nothing.
      return IDN.toUnicode(ascii).equals(bare) ? ascii : bare;
    } catch (IllegalArgumentException notAName) {
      return bare;
    }
  }

  @Override
  public String toString() {
    return "EmailAddress[…@" + domain + "]";
  }
}
