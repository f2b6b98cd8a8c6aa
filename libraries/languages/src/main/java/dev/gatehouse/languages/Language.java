package dev.gatehouse.languages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that people are spoken to in. */
public enum Language {
  /** The language of the sources, and for whoever asks for none of ours. */
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN),
  FRENCH(Locale.FRENCH),
  SPANISH(Locale.of("es")),
  JAPANESE(Locale.JAPANESE);

  /** What a browser sends is shorter by far; the rest of a longer list is not worth reading. */
  private static final int LONGEST = 400;

  private static final List<Locale> LOCALES = Stream.of(values()).map(Language::locale).toList();

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** As in {@code Content-Language} and {@code <html lang>}. */
  public String tag() {
    return locale.getLanguage();
  }

  /**
   * The one that an {@code Accept-Language} header asks for (RFC 9110 section 12.5.4) by lookup
   * (RFC 4647 section 3.4); English if it asks for none of ours or cannot be read. REST resources
   * take the header as a parameter of this type.
   */
  public static Language fromString(String acceptLanguage) {
    if (acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST) {
      return ENGLISH;
    }
    try {
      return lookUp(LanguageRange.parse(acceptLanguage)).orElse(ENGLISH);
    } catch (IllegalArgumentException notALanguageRange) {
      return ENGLISH;
    }
  }

  /**
   * The first of ours in an application's {@code ui_locales} (OpenID Connect Core 3.1.2.1): tags
   * between spaces, the preferred one first. Empty if there is none, which is no error.
   */
  public static Optional<Language> preferredIn(String uiLocales) {
    List<LanguageRange> ranges = new ArrayList<>();
    if (uiLocales.length() <= LONGEST) {
      for (String tag : uiLocales.strip().split(" +", -1)) {
        try {
          ranges.add(new LanguageRange(tag));
        } catch (IllegalArgumentException notATag) {
          // Not ours in any case.
        }
      }
    }
    return lookUp(ranges);
  }

  /** The one with this tag of {@link #tag}. */
  public static Optional<Language> tagged(String tag) {
    return Stream.of(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  private static Optional<Language> lookUp(List<LanguageRange> ranges) {
    Locale found = Locale.lookup(ranges, LOCALES);
    return Optional.ofNullable(found).map(locale -> values()[LOCALES.indexOf(locale)]);
  }
}
