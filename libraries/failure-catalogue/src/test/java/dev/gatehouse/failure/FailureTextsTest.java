package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.saml.ReasonCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No code and no provider is left without words. */
class FailureTextsTest {

  private static final Pattern SLOT = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final List<String> OF_SAML = List.of("acsUrl", "entityId");

  private final CatalogueFiles files = CatalogueFiles.read();
  private final FailureCatalogue catalogue = FailureCatalogue.load();

  @Test
  void everyReasonOfTheSamlLibraryIsExplained() {
    assertThat(catalogue.codes())
        .containsAll(Stream.of(ReasonCode.values()).map(ReasonCode::code).toList());
  }

  @Test
  void everyReasonOfTheOpenIdClientIsExplained() {
    assertThat(catalogue.codes())
        .containsAll(Stream.of(OidcReasonCode.values()).map(OidcReasonCode::code).toList());
  }

  @Test
  void theOidcGroupHoldsNoCodeThatNobodyGivesAnyMore() {
    assertThat(files.groups().getLast().codes())
        .extracting(CodeGroup.Code::code)
        .isSubsetOf(Stream.of(OidcReasonCode.values()).map(OidcReasonCode::code).toList());
  }

  @Test
  void theSamlGroupHoldsNoCodeThatNobodyGivesAnyMore() {
    var given = Stream.of(ReasonCode.values()).map(ReasonCode::code).toList();
    assertThat(files.groups().getFirst().codes())
        .extracting(CodeGroup.Code::code)
        .isSubsetOf(given);
  }

  @Test
  void whateverTheIdentityProvidersAdminCanFixNamesThePlaceInEveryConsole() {
    var missing = new ArrayList<String>();
    eachPair((group, code, provider) -> {
      var place = provider.remedies().get(code.code());
      if (code.responsible() == Responsible.IDENTITY_PROVIDER
          && (place == null || place.way(provider.places()).isEmpty())) {
        missing.add(code.code() + " for " + provider.key());
      }
    });
    assertThat(missing).isEmpty();
  }

  @Test
  void aCodeWithWordsForOneConsoleHasThemForEveryOneInWhichItCanOccur() {
    var withWords = new HashSet<String>();
    files.providers().forEach(provider -> withWords.addAll(provider.remedies().keySet()));
    var missing = new ArrayList<String>();
    eachPair((group, code, provider) -> {
      if (withWords.contains(code.code()) && !provider.remedies().containsKey(code.code())) {
        missing.add(code.code() + " for " + provider.key());
      }
    });
    assertThat(missing).isEmpty();
  }

  @Test
  void noProviderHasWordsForACodeThatCannotOccurWithIt() {
    for (Provider provider : files.providers()) {
      Set<String> canOccur = new HashSet<>();
      eachPair((group, code, other) -> {
        if (other.key().equals(provider.key())) {
          canOccur.add(code.code());
        }
      });
      assertThat(canOccur).as(provider.key()).containsAll(provider.remedies().keySet());
    }
  }

  @Test
  void everyCodeHasATextForEveryProviderWithoutAnEmptySlot() {
    for (String provider : catalogue.providers()) {
      for (String code : catalogue.codes()) {
        var said = catalogue.explain(code, provider, Map.of());
        assertThat(List.of(said.title(), said.meaning(), said.remedy(), said.console()))
            .as("%s for %s", code, provider)
            .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{{", "}}"));
      }
    }
  }

  @Test
  void onlyKnownPlaceholdersAreUsed() {
    assertThat(allTexts())
        .allSatisfy(text ->
            SLOT.matcher(text)
                .results()
                .forEach(slot ->
                    assertThatCode(() -> Placeholder.named(slot.group(1)))
                        .as(text)
                        .doesNotThrowAnyException()));
    assertThat(allTexts())
        .allSatisfy(
            text -> assertThat(SLOT.matcher(text).replaceAll("")).doesNotContain("{{", "}}"));
  }

  @Test
  void noTextAsksForAValueOfTheOtherProtocol() {
    for (Provider provider : files.providers()) {
      var foreign = provider.protocol().equals("saml") ? List.of("redirectUri") : OF_SAML;
      assertThat(provider.remedies().values().stream().flatMap(FailureTextsTest::texts))
          .as(provider.key())
          .noneMatch(text -> foreign.stream().anyMatch(slot -> text.contains("{{" + slot + "}}")));
    }
  }

  @Test
  void everyPlaceIsDefinedAndUsed() {
    for (Provider provider : files.providers()) {
      var used = provider.remedies().values().stream().map(Place::at).filter(at -> at != null);
      assertThat(provider.places().keySet())
          .as(provider.key())
          .containsExactlyInAnyOrderElementsOf(new HashSet<>(used.toList()));
    }
    for (ErrorFile file : files.errors()) {
      var used =
          file.errors().stream()
              .flatMap(entry -> Stream.of(entry.place(), entry.inOidc()))
              .filter(place -> place != null && place.at() != null)
              .map(Place::at);
      assertThat(file.places().keySet())
          .as(file.title())
          .containsExactlyInAnyOrderElementsOf(new HashSet<>(used.toList()));
    }
  }

  @Test
  void textsEndLikeSentencesAndTitlesDoNot() {
    eachPair((group, code, provider) -> {
      assertThat(code.title()).doesNotEndWith(".");
      assertThat(code.remedy()).as(code.code()).endsWith(".");
    });
    for (Provider provider : files.providers()) {
      assertThat(provider.remedies().values())
          .extracting(Place::remedy)
          .allMatch(t -> t.endsWith("."));
    }
    for (ErrorFile file : files.errors()) {
      for (ErrorFile.Entry entry : file.errors()) {
        assertThat(entry.title()).doesNotEndWith(".");
        assertThat(List.of(entry.meaning(), entry.place().remedy())).allMatch(t -> t.endsWith("."));
      }
    }
  }

  private interface Pair {
    void see(CodeGroup group, CodeGroup.Code code, Provider provider);
  }

  private void eachPair(Pair pair) {
    for (CodeGroup group : files.groups()) {
      for (CodeGroup.Code code : group.codes()) {
        for (Provider provider : files.providers()) {
          if (group.canOccurWith(code, provider)) {
            pair.see(group, code, provider);
          }
        }
      }
    }
  }

  private List<String> allTexts() {
    var texts = new ArrayList<String>();
    for (CodeGroup group : files.groups()) {
      group
          .codes()
          .forEach(code -> texts.addAll(List.of(code.title(), code.meaning(), code.remedy())));
    }
    for (Provider provider : files.providers()) {
      provider.remedies().values().forEach(place -> texts(place).forEach(texts::add));
    }
    for (ErrorFile file : files.errors()) {
      for (ErrorFile.Entry entry : file.errors()) {
        texts.add(entry.meaning());
        Stream.of(entry.place(), entry.inOidc())
            .filter(place -> place != null)
            .forEach(place -> texts(place).forEach(texts::add));
      }
    }
    return texts;
  }

  private static Stream<String> texts(Place place) {
    return Stream.of(
            Stream.of(place.remedy()),
            place.enter().values().stream(),
            place.hints().values().stream())
        .flatMap(texts -> texts);
  }
}
