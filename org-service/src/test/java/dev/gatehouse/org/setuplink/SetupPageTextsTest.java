package dev.gatehouse.org.setuplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.TranslationFlaws;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The set-up page says the same in every language. */
class SetupPageTextsTest {

  /** The texts of the page, and of its script: what begins like a sentence and is no header. */
  private static final Pattern IN_PAGE = Pattern.compile("\\{\\{([A-Z].+?)}}");

  private static final Pattern IN_SCRIPT = Pattern.compile("'([A-Z][^']* [^']*)'");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void everyTextIsTranslatedAndNothingElse(Language language) throws IOException {
    Set<String> needed = new HashSet<>();
    Stream.concat(
            IN_PAGE.matcher(file("setup.html")).results(),
            IN_SCRIPT.matcher(file("setup.js")).results())
        .forEach(text -> needed.add(text.group(1)));

    assertThat(TranslationFlaws.of(SetupPageTexts.translation(language), needed, Set.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isAWholePageInEveryLanguage(Language language) throws IOException {
    String page = SetupPageTexts.of(file("setup.html")).in(language);
    String title = SetupPageTexts.translation(language).of("Set up single sign-on");

    assertThat(page)
        .contains("<html lang=\"" + language.tag() + "\">", "<h1>" + title + "</h1>")
        .doesNotContain("{{", "}}");
    assertThat(SetupPageTexts.translation(language).texts().values())
        .noneMatch(text -> text.contains("<") || text.contains("&"));
  }

  private static String file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SetupPageTextsTest.class.getResourceAsStream("/setup/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
