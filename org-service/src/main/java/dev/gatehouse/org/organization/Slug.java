package dev.gatehouse.org.organization;

import java.text.Normalizer;
import java.util.Locale;

/** The name of an organization in addresses. */
final class Slug {

  static final String PATTERN = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final int LONGEST = 48;

  private Slug() {}

  /** A slug that reads like the name; {@code organization} where nothing readable is left. */
  static String from(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
    String trimmed = cut.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "organization" : trimmed;
  }
}
