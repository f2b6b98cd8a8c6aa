package dev.gatehouse.verification.name;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import dev.gatehouse.problems.Detail;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A DNS name in the one spelling that is stored, compared and published: A-labels (UTS #46), lower
 * case, no trailing dot.
 */
public record DomainName(String ascii) {

  /** RFC 1035 section 3.1: 255 octets on the wire, which leaves 253 characters. */
  public static final int LONGEST = 253;

  private static final int LONGEST_INPUT = 2_048;
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  /** Names that no registry gives to anybody (RFC 6761, 6762, 7686, 9476), so nobody owns them. */
  private static final Set<String> NOBODYS =
      Set.of("localhost", "invalid", "local", "onion", "alt", "arpa");

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);

  private static final SpoofChecker MIXED_SCRIPTS =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();

  /**
   * Reads what a person typed. Forgives what people really type (blanks, capitals, a scheme, a
   * path, a port, a leading {@code @}, a trailing dot), nothing that could mean two names.
   */
  public static ReadName read(String typed) {
    if (typed.length() > LONGEST_INPUT) {
      return new ReadName.NotADomain(Detail.NAME_TOO_LONG.text());
    }
    String bare = withoutSurroundings(typed.strip());
    if (bare.indexOf('@') >= 0) {
      return new ReadName.NotADomain(Detail.NAME_IS_ADDRESS.text());
    }
    IDNA.Info info = new IDNA.Info();
    String ascii = UTS46.nameToASCII(bare, new StringBuilder(), info).toString();
    ascii = withoutTrailingDot(ascii.toLowerCase(Locale.ROOT));
    if (ascii.isEmpty() || ascii.length() > LONGEST || hasErrors(info, bare)) {
      return new ReadName.NotADomain(Detail.NAME_IMPOSSIBLE.text());
    }
    return judge(new DomainName(ascii));
  }

  private static ReadName judge(DomainName name) {
    String last = name.lastLabel();
    if (last.equals(name.ascii)) {
      return isPublicSuffix(name)
          ? new ReadName.PublicSuffix()
          : new ReadName.NotADomain(Detail.NAME_OF_ONE_PART.text());
    }
    if (NUMBER.matcher(last).matches()) {
      return new ReadName.NotADomain(Detail.NAME_IS_IP_ADDRESS.text());
    }
    if (NOBODYS.contains(last)) {
      return new ReadName.NotADomain(Detail.NAME_OF_NOBODY.with(last));
    }
    if (!InternetDomainName.isValid(name.ascii)) {
      return new ReadName.NotADomain(Detail.NAME_IMPOSSIBLE.text());
    }
    if (isPublicSuffix(name)) {
      return new ReadName.PublicSuffix();
    }
    return ConsumerMail.isConsumerMail(name)
        ? new ReadName.ConsumerMailDomain()
        : new ReadName.Readable(name);
  }

  private static String withoutSurroundings(String text) {
    String rest = SCHEME.matcher(text).replaceFirst("");
    boolean wasUrl = rest.length() < text.length();
    int end = rest.length();
    for (char stop : new char[] {'/', '?', '#'}) {
      int at = rest.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    rest = PORT.matcher(rest.substring(0, end)).replaceFirst("");
    return !wasUrl && rest.startsWith("@") ? rest.substring(1) : rest;
  }

  private static String withoutTrailingDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** A trailing dot is an empty label to UTS #46, and the one empty label that is forgiven. */
  private static boolean hasErrors(IDNA.Info info, String typed) {
    if (!info.hasErrors()) {
      return false;
    }
    if (!typed.endsWith(".") || typed.endsWith("..")) {
      return true;
    }
    IDNA.Info again = new IDNA.Info();
    UTS46.nameToASCII(typed.substring(0, typed.length() - 1), new StringBuilder(), again);
    return again.hasErrors();
  }

  private static boolean isPublicSuffix(DomainName name) {
    return InternetDomainName.isValid(name.ascii)
        && InternetDomainName.from(name.ascii).isPublicSuffix();
  }

  private String lastLabel() {
    return ascii.substring(ascii.lastIndexOf('.') + 1);
  }

  /** The name one label up, or itself when only one label is left. */
  public DomainName parent() {
    int dot = ascii.indexOf('.');
    return dot < 0 ? this : new DomainName(ascii.substring(dot + 1));
  }

  /**
   * For people's eyes: Unicode, unless scripts are mixed, where one letter could pass for another
   * (UTS #39, highly restrictive); then the A-label.
   */
  public String display() {
    IDNA.Info info = new IDNA.Info();
    String unicode = UTS46.nameToUnicode(ascii, new StringBuilder(), info).toString();
    boolean deceptive = info.hasErrors() || MIXED_SCRIPTS.failsChecks(unicode.replace(".", ""));
    return deceptive ? ascii : unicode;
  }

  @Override
  public String toString() {
    return ascii;
  }
}
