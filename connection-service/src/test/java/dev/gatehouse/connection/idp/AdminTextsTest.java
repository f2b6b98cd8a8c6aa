package dev.gatehouse.connection.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.fetch.FetchOutcome;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import dev.gatehouse.languages.TranslationFlaws;
import dev.gatehouse.oidc.discovery.DiscoveryText;
import dev.gatehouse.saml.CertificateProblem;
import dev.gatehouse.saml.MetadataProblem;
import dev.gatehouse.saml.MetadataWarning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is wrong with what an admin gave us is said the same in every language. */
class AdminTextsTest {

  private static final String CONSTRAINTS = "jakarta.validation.constraints";

  private final AdminTexts texts = new AdminTexts();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void everyTextIsTranslatedAndNothingElse(Language language) {
    Set<String> needed = new HashSet<>(messagesOfConstraints());
    Stream.of(AdminText.values()).map(AdminText::text).forEach(needed::add);
    Stream.of(MetadataProblem.values()).map(MetadataProblem::text).forEach(needed::add);
    needed.add(MetadataProblem.OTHER_ENCODING);
    Stream.of(MetadataWarning.Code.values()).map(MetadataWarning.Code::text).forEach(needed::add);
    Stream.of(CertificateProblem.values()).map(CertificateProblem::text).forEach(needed::add);
    Stream.of(DiscoveryText.values()).map(DiscoveryText::text).forEach(needed::add);
    Stream.of(FetchOutcome.Refusal.values()).map(FetchOutcome.Refusal::text).forEach(needed::add);
    Stream.of(FetchOutcome.Failure.values()).map(FetchOutcome.Failure::text).forEach(needed::add);

    assertThat(TranslationFlaws.of(texts.in(language), needed, Set.of())).isEmpty();
  }

  @Test
  void findsOurOwnConstraints() {
    assertThat(messagesOfConstraints())
        .hasSize(8)
        .contains("oidc is for OpenID Connect, everything else for SAML");
  }

  @Test
  void aReasonInsideASentenceIsTranslatedWithIt() {
    assertThat(german().ofFilled(AdminText.ENDPOINT_REFUSED.with(AdminText.NOT_HTTPS.text())))
        .isEqualTo(
            "Die Konfiguration nennt eine Adresse, die wir nicht verwenden."
                + " Es ist keine https-Adresse.");
  }

  @Test
  void aWarningKeepsItsCodeAndItsValues() {
    var warning =
        new Warning("provider_differs", AdminText.OTHER_PROVIDER.with("okta", "google-workspace"));

    assertThat(Warning.in(german(), List.of(warning)))
        .containsExactly(
            new Warning(
                "provider_differs",
                "Das sieht nach okta aus, die Verbindung wurde aber für google-workspace erstellt;"
                    + " die Anleitung passt vielleicht nicht."));
  }

  /** The parser's own words are not ours. */
  @Test
  void theWordsOfAParserStayAsTheyAre() {
    assertThat(german().ofFilled("This is not well-formed XML: Element type \"a\" must be closed."))
        .isEqualTo("Das ist kein wohlgeformtes XML: Element type \"a\" must be closed.");
  }

  private Translation german() {
    return texts.in(Language.GERMAN);
  }

  /** Those that we word ourselves; Hibernate Validator translates the others. */
  private static List<String> messagesOfConstraints() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.gatehouse.connection")
            .stream()
            .flatMap(AdminTextsTest::constraints)
            .map(constraint -> constraint.getProperties().get("message"))
            .filter(message -> message instanceof String text && !text.startsWith("{"))
            .map(String.class::cast)
            .distinct()
            .toList();
  }

  private static Stream<? extends JavaAnnotation<? extends HasDescription>> constraints(
      JavaClass type) {
    return type.getMembers().stream()
        .flatMap(member -> member.getAnnotations().stream())
        .filter(annotation -> annotation.getRawType().getPackageName().equals(CONSTRAINTS));
  }
}
