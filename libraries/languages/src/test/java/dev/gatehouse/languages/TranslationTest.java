package dev.gatehouse.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Texts by their English words. */
class TranslationTest {

  @Test
  void saysItInTheOtherLanguage() {
    var german = Translation.read(getClass(), "texts", Language.GERMAN);

    assertThat(german.of("Good day.")).isEqualTo("Guten Tag.");
  }

  @Test
  void whatNobodyTranslatedStaysEnglish() {
    assertThat(Translation.read(getClass(), "texts", Language.GERMAN).of("Good night."))
        .isEqualTo("Good night.");
    assertThat(Translation.read(getClass(), "texts", Language.ENGLISH).of("Good day."))
        .isEqualTo("Good day.");
  }

  @Test
  void aLanguageWithoutAFileDoesNotStart() {
    assertThatThrownBy(() -> Translation.read(getClass(), "texts", Language.FRENCH))
        .hasMessageContaining("texts/fr.json");
  }

  @Test
  void aTextThatIsTranslatedTwiceIsRefused() {
    assertThatThrownBy(() -> Translation.read(getClass(), "texts", Language.SPANISH))
        .rootCause()
        .hasMessageContaining("Good day.");
  }
}
