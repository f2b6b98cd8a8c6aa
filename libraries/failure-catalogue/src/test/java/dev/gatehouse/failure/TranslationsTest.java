package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.TranslationFlaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The catalogue says the same in every language. */
class TranslationsTest {

  private static final TranslatableTexts TEXTS = new TranslatableTexts(CatalogueFiles.read());

  private final FailureCatalogues catalogues = FailureCatalogues.load();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void everyTextIsTranslatedAndNothingElse(Language language) {
    assertThat(
            TranslationFlaws.of(
                FailureCatalogues.translation(language), TEXTS.needed(), TEXTS.possible()))
        .isEmpty();
  }

  @Test
  void theSameLabelsAreTranslatedInEveryLanguage() {
    assertThat(
            Stream.of(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .map(language ->
                    Set.copyOf(FailureCatalogues.translation(language).texts().keySet()))
                .distinct())
        .hasSize(1);
  }

  @Test
  void explainsInTheLanguageThatWasAskedForWithTheLabelsOfTheConsole() {
    var said =
        catalogues
            .in(Language.GERMAN)
            .explain(
                "audience_mismatch", "okta", Map.of("received", "urn:typo", "entityId", "urn:us"));

    assertThat(said.title()).isNotEqualTo(english("audience_mismatch").title());
    assertThat(said.meaning()).contains("urn:typo");
    assertThat(said.where())
        .startsWith("Applications", "Applications", "Ihre App")
        .endsWith("Audience URI (SP Entity ID)");
    assertThat(said.enter()).extracting(FieldValue::value).containsExactly("urn:us");
  }

  @Test
  void wordsThatStandInForAValueAreTranslatedToo() {
    assertThat(
            catalogues
                .in(Language.GERMAN)
                .explain("audience_mismatch", "okta", Map.of("received", "x"))
                .meaning())
        .doesNotContain("the configured value")
        .contains("der eingestellte Wert");
  }

  @Test
  void leavesOutAJapaneseAsideWithNothingToSay() {
    var japanese = catalogues.in(Language.JAPANESE);

    assertThat(japanese.explain("response_too_large", "okta", Map.of()).meaning())
        .doesNotContain("（", "）", "{{");
    assertThat(japanese.explain("response_too_large", "okta", Map.of("received", "2 MB")).meaning())
        .contains("（2 MB）");
  }

  @Test
  void anUnknownCodeIsExplainedInTheLanguageToo() {
    assertThat(catalogues.in(Language.FRENCH).explain("from_the_future", "okta", Map.of()).title())
        .isEqualTo("Échec de la connexion");
  }

  @Test
  void anErrorIsFoundByTheWordsOnThePageAndExplainedInTheLanguage() {
    var english = catalogues.in(Language.ENGLISH);
    for (Language language : Language.values()) {
      for (String pasted :
          List.of("AADSTS50105", "user is not assigned to the client application")) {
        var found = catalogues.in(language).search(pasted, Optional.empty());
        assertThat(found)
            .as(language.tag())
            .extracting(KnownError::id)
            .startsWith(english.search(pasted, Optional.empty()).getFirst().id());
      }
    }
    assertThat(catalogues.in(Language.SPANISH).search("AADSTS50105", Optional.empty()).getFirst())
        .extracting(KnownError::title)
        .isNotEqualTo(english.search("AADSTS50105", Optional.empty()).getFirst().title());
  }

  private Explanation english(String code) {
    return catalogues.in(Language.ENGLISH).explain(code, "okta", Map.of());
  }
}
