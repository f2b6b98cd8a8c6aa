package dev.gatehouse.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.TranslationFlaws;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The catalogue of problems says the same in every language. */
class ProblemTranslationsTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void everyTextIsTranslatedAndNothingElse(Language language) {
    Set<String> needed = new HashSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      needed.addAll(List.of(code.title(), code.meaning(), code.remedy()));
    }
    Stream.of(Detail.values()).map(Detail::text).forEach(needed::add);

    assertThat(TranslationFlaws.of(ProblemLanguage.translation(language), needed, Set.of()))
        .isEmpty();
  }

  /** They are worded where ids are read, and never more than copied here. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void whatIsWrongWithAnIdIsSaidInTheLanguageWithWhatWasReceived(Language language) {
    for (Throwable malformed :
        List.of(
            catchThrowable(() -> Id.parse(IdKind.DOMAIN, "dom_typo")),
            catchThrowable(() -> Id.parseAny("typo")))) {
      assertThat(malformed).isInstanceOf(MalformedId.class);
      String english = String.valueOf(malformed.getMessage());

      assertThat(ProblemLanguage.translation(language).ofFilled(english))
          .isNotEqualTo(english)
          .contains("typo");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void membersThatATextNamesKeepTheirNames(Language language) {
    assertThat(ProblemLanguage.translation(language).of(ProblemCode.PERMISSION_DENIED.meaning()))
        .contains("permission");
    assertThat(ProblemLanguage.translation(language).of(ProblemCode.UNAUTHENTICATED.remedy()))
        .contains("Authorization: Bearer <token>");
  }
}
