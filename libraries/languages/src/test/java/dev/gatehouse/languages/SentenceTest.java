package dev.gatehouse.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences with values in them, filled in and recognised again. */
class SentenceTest {

  private static final Sentence EXPIRES = new Sentence("{{what}} expires on {{day}}.");

  @Test
  void takesValuesInTheOrderOfItsPlaces() {
    assertThat(EXPIRES.with("It", 5)).isEqualTo("It expires on 5.");
  }

  @Test
  void whatAValueContainsIsNeverAPlace() {
    assertThat(EXPIRES.with("{{day}}", "$1")).isEqualTo("{{day}} expires on $1.");
  }

  @Test
  void findsItsValuesAgain() {
    assertThat(EXPIRES.valuesIn("A key expires on a day expires on it."))
        .isEqualTo(Map.of("what", "A key", "day", "a day expires on it"));
  }

  @ParameterizedTest
  @CsvSource({
    "A key expires on.",
    "expires on today.",
    "A key expires on today",
    "A key is gone.",
    "."
  })
  void anotherSentenceHasNone(String other) {
    assertThat(EXPIRES.valuesIn(other)).isEmpty();
  }

  @Test
  void isSaidInTheOtherLanguageWithTheSameValues() {
    var german = Translation.read(getClass(), "texts", Language.GERMAN);

    assertThat(german.ofFilled("Ana said: Hello {{name}}."))
        .isEqualTo("„Hello {{name}}“, sagte Ana.");
    assertThat(german.ofFilled("Ana said: Good day.")).isEqualTo("„Good day“, sagte Ana.");
    assertThat(german.ofFilled("Good day.")).isEqualTo("Guten Tag.");
    assertThat(german.ofFilled("Nobody said so.")).isEqualTo("Nobody said so.");
  }

  @Test
  void aValueThatIsATextItselfIsTranslatedToo() {
    var german = Translation.read(getClass(), "texts", Language.GERMAN);

    assertThat(german.ofFilled("Nothing else: Good day.")).isEqualTo("Sonst nichts: Guten Tag.");
  }

  /** Whoever sends it should not make us busy. */
  @Test
  void aLongTextIsReadButOnce() {
    String much = "x expires on ".repeat(200_000);

    assertThat(EXPIRES.valuesIn(much + "y.")).containsEntry("what", "x");
  }
}
