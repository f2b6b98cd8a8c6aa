package dev.gatehouse.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom we speak to in which language. */
class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de                               | de
          de-AT                            | de
          DE-ch                            | de
          de-Latn-DE-1996                  | de
          fr-CA,fr;q=0.9,en;q=0.8          | fr
          en-US,en;q=0.9,de;q=0.8          | en
          de;q=0.5,ja;q=0.9                | ja
          pt-BR,pt;q=0.9,es;q=0.7,en;q=0.1 | es
          nl,*;q=0.5                       | en
          nl, de;q=0.1                     | de
          de;q=0, fr;q=0.3                 | fr
          de;q=0                           | en
          ja_JP                            | en
          zh-Hant-TW                       | en
          """)
  void looksUpWhatTheBrowserPrefers(String acceptLanguage, String tag) {
    assertThat(Language.fromString(acceptLanguage).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "*", "de;q=high", "de;;q", "<script>", "de,", ",", "de;q=7", "\0"})
  void whatCannotBeReadIsNoFault(String acceptLanguage) {
    assertThat(Language.fromString(acceptLanguage)).isNotNull();
  }

  @Test
  void doesNotReadForEver() {
    assertThat(Language.fromString("de," + "x-a,".repeat(100_000) + "de"))
        .isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "de, de",
    "fr-CA fr en, fr",
    "nl ja de, ja",
    "nl <b> de, de",
    "  es  , es",
    "nl, ",
    "'', ",
    "x y, "
  })
  void takesTheFirstOfOursThatTheApplicationNames(String uiLocales, String tag) {
    assertThat(Language.preferredIn(uiLocales).map(Language::tag).orElse(null)).isEqualTo(tag);
  }

  @Test
  void knowsItsOwnTagsAndNoOthers() {
    assertThat(Stream.of(Language.values()).map(Language::tag))
        .containsExactly("en", "de", "fr", "es", "ja")
        .allSatisfy(tag ->
            assertThat(Language.tagged(tag))
                .hasValueSatisfying(it -> assertThat(it.tag()).isEqualTo(tag)));
    assertThat(Language.tagged("de-DE")).isEmpty();
  }
}
