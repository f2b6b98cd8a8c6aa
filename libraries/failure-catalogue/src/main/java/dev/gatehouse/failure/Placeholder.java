package dev.gatehouse.failure;

import dev.gatehouse.languages.Translation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a text may ask for, and the words that stand in when one is not known. */
enum Placeholder {
  ACS_URL("acsUrl", "the ACS URL of this connection"),
  ENTITY_ID("entityId", "the entity ID of this connection"),
  REDIRECT_URI("redirectUri", "the redirect URI of this connection"),
  EMAIL_DOMAINS("emailDomains", "your verified domains"),
  EXPECTED("expected", "the configured value"),
  RECEIVED("received", "nothing");

  private static final Pattern SLOT = Pattern.compile("\\{\\{([^{}]*)}}");

  /** In brackets, which are wide in Japanese. */
  private static final Pattern ASIDE =
      Pattern.compile(
          " \\([^()]*\\{\\{[^()]*\\)|\uff08[^\uff08\uff09]*\\{\\{[^\uff08\uff09]*\uff09");

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");
  private static final int LONGEST = 1_000;

  private final String key;
  private final String whenUnknown;

  Placeholder(String key, String whenUnknown) {
    this.key = key;
    this.whenUnknown = whenUnknown;
  }

  /**
   * Fills every slot once; what a value itself contains is never a slot. Brackets around nothing
   * but unknown values are left out.
   */
  static String fill(String text, Map<String, String> values, Translation language) {
    String worthSaying =
        ASIDE
            .matcher(text)
            .replaceAll(aside ->
                noneKnown(aside.group(), values) ? "" : Matcher.quoteReplacement(aside.group()));
    return SLOT.matcher(worthSaying)
        .replaceAll(slot -> Matcher.quoteReplacement(named(slot.group(1)).value(values, language)));
  }

  /** Whether every slot of the text has a value. */
  static boolean allKnown(String text, Map<String, String> values) {
    return SLOT.matcher(text).results().allMatch(slot -> named(slot.group(1)).isKnown(values));
  }

  private static boolean noneKnown(String text, Map<String, String> values) {
    return SLOT.matcher(text).results().noneMatch(slot -> named(slot.group(1)).isKnown(values));
  }

  private boolean isKnown(Map<String, String> values) {
    return !values.getOrDefault(key, "").isBlank();
  }

  /** The one with this name in a text. */
  static Placeholder named(String key) {
    for (Placeholder placeholder : values()) {
      if (placeholder.key.equals(key)) {
        return placeholder;
      }
    }
    throw new IllegalArgumentException("no placeholder is called " + key);
  }

  /** The words that stand in for it, in English. */
  String whenUnknown() {
    return whenUnknown;
  }

  /** Its name in a text. */
  String key() {
    return key;
  }

  // A value may come from anybody who can post a response, so it cannot break the line or the page.
  private String value(Map<String, String> values, Translation language) {
    String given = CONTROL.matcher(values.getOrDefault(key, "")).replaceAll(" ").strip();
    if (given.isEmpty()) {
      return language.of(whenUnknown);
    }
    return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
  }
}
