package dev.gatehouse.org.setuplink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The set-up page in every language, made once. Its texts stand in double braces, in English; the
 * script finds its own in a block of data that the page carries.
 */
final class SetupPageTexts {

  private static final Pattern TEXT = Pattern.compile("\\{\\{(.+?)}}");

  private final Map<Language, String> pages = new EnumMap<>(Language.class);

  private SetupPageTexts() {}

  static SetupPageTexts of(String template) {
    var texts = new SetupPageTexts();
    for (Language language : Language.values()) {
      Translation translation = translation(language);
      String page =
          TEXT.matcher(template)
              .replaceAll(text ->
                  Matcher.quoteReplacement(
                      switch (text.group(1)) {
                        case "lang" -> language.tag();
                        case "texts" -> data(translation);
                        default -> translation.of(text.group(1));
                      }));
      texts.pages.put(language, page);
    }
    return texts;
  }

  static Translation translation(Language language) {
    return Translation.read(SetupPageTexts.class, "/setup/texts", language);
  }

  String in(Language language) {
    return Objects.requireNonNull(pages.get(language), language::tag);
  }

  /** Nothing in it can end the element that it stands in. */
  private static String data(Translation translation) {
    try {
      return new ObjectMapper().writeValueAsString(translation.texts()).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts are not writable as JSON", e);
    }
  }
}
