package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** “What did the page show you?” */
class SearchingErrorsTest {

  private final FailureCatalogue catalogue = FailureCatalogue.load();

  @TestFactory
  Stream<DynamicTest> everyErrorIsFoundByItsOwnMessage() {
    return CatalogueFiles.read().errors().stream()
        .flatMap(file ->
            file.errors().stream()
                .flatMap(entry ->
                    entry.examples().stream()
                        .map(example ->
                            DynamicTest.dynamicTest(
                                entry.id() + ": " + example,
                                () -> foundFirst(file, entry, example)))));
  }

  private void foundFirst(ErrorFile file, ErrorFile.Entry entry, String example) {
    var providers = entry.providers().isEmpty() ? file.providers() : entry.providers();
    for (String provider : providers) {
      assertThat(ids(catalogue.search(example, Optional.of(provider))))
          .as("for %s", provider)
          .startsWith(entry.id());
    }
    assertThat(ids(catalogue.search(example, Optional.empty()))).contains(entry.id());
  }

  @Test
  void recognisesACodeInsideAPastedPage() {
    var found =
        catalogue.search(
            """
            Sign in
            Sorry, but we’re having trouble signing you in.
            AADSTS50105: Your administrator has configured the application Acme ('…') to block users…
            Request Id: 6f1b2b4e-12345-4a3c-9d3b-0e5f1e2d3c00 Timestamp: 2026-11-02T10:00:00Z
            """,
            Optional.of("microsoft-entra-id"));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().matched()).isEqualTo("AADSTS50105");
    assertThat(found.getFirst().where()).contains("Users and groups");
    assertThat(found.getFirst().link())
        .contains(URI.create("https://login.microsoftonline.com/error?code=50105"));
  }

  @Test
  void recognisesABareNumberThatIsKnown() {
    assertThat(ids(catalogue.search("50105", Optional.empty())))
        .containsExactly("entra-not-assigned");
    assertThat(ids(catalogue.search("error code 700016", Optional.empty())))
        .containsExactly("entra-app-not-found");
    assertThat(catalogue.search("98765432", Optional.empty())).isEmpty();
  }

  @Test
  void anUnknownNumberOfMicrosoftLeadsToMicrosoftsOwnPage() {
    var found = catalogue.search("aadsts 1234567: something new", Optional.empty()).getFirst();

    assertThat(found.matched()).isEqualTo("AADSTS1234567");
    assertThat(found.link())
        .contains(URI.create("https://login.microsoftonline.com/error?code=1234567"));
  }

  @Test
  void doesNotMistakeALongerCodeForAShorterOne() {
    assertThat(ids(catalogue.search("Error: app_not_configured_for_user", Optional.empty())))
        .containsExactly("google-app-not-configured-for-user");
    assertThat(ids(catalogue.search("AADSTS500113", Optional.empty())))
        .doesNotContain("entra-reply-url");
  }

  @Test
  void forgivesWordsFromMemoryAndASlipOfTheKey() {
    assertThat(ids(catalogue.search("okta says I am not asigned to the app", Optional.of("okta"))))
        .startsWith("okta-not-assigned");
    assertThat(ids(catalogue.search("reply url does not match", Optional.of("microsoft-entra-id"))))
        .startsWith("entra-reply-url");
    assertThat(ids(catalogue.search("keycloak invalid requestor", Optional.of("custom-saml"))))
        .startsWith("keycloak-invalid-requester");
  }

  @Test
  void theOwnProviderComesFirstAndOthersAreStillFound() {
    assertThat(ids(catalogue.search("access_denied", Optional.of("google-oidc"))))
        .startsWith("oidc-access-denied");
    assertThat(ids(catalogue.search("AADSTS50011", Optional.of("okta"))))
        .containsExactly("entra-reply-url");
  }

  @Test
  void theRemedyFitsTheProtocolAndHoldsOurValues() {
    var values =
        Map.of(
            "acsUrl", "https://sso.example.com/acs", "redirectUri", "https://sso.example.com/cb");
    var saml =
        catalogue.knownErrors(Optional.of("microsoft-entra-id"), values).search("AADSTS50011");
    var oidc =
        catalogue.knownErrors(Optional.of("microsoft-entra-id-oidc"), values).search("AADSTS50011");

    assertThat(saml.getFirst().enter())
        .containsExactly(
            new FieldValue(
                "Reply URL (Assertion Consumer Service URL)", "https://sso.example.com/acs"));
    assertThat(oidc.getFirst().enter())
        .containsExactly(new FieldValue("Redirect URI", "https://sso.example.com/cb"));
  }

  @Test
  void nothingIsFoundInNothing() {
    for (String nothing : List.of("", " \n\t ", "!!!", "the and for", "xyzzy plugh")) {
      assertThat(catalogue.search(nothing, Optional.empty())).as(nothing).isEmpty();
    }
  }

  @Test
  void aFloodOfTextIsSearchedWithoutDelay() {
    String flood = "aadsts error page assigned ".repeat(200_000);

    assertThat(catalogue.search(flood, Optional.empty())).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void theSecondLevelOfASamlStatusSaysMoreThanTheFirst() {
    var status = "urn:oasis:names:tc:SAML:2.0:status:";
    assertThat(
            ids(
                catalogue.recogniseStatus(
                    status + "Requester",
                    Optional.of(status + "InvalidNameIDPolicy"),
                    Optional.empty())))
        .containsExactly("saml-invalid-nameid-policy", "saml-requester");
    assertThat(
            ids(
                catalogue.recogniseStatus(
                    status + "Responder",
                    Optional.empty(),
                    Optional.of("AADSTS75011: Authentication method 'X509' does not match"))))
        .containsExactly("entra-authn-context", "saml-responder");
    assertThat(catalogue.recogniseStatus("urn:example:own", Optional.empty(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void theStatusAsTheSamlLibraryWritesItIsRecognised() {
    var received =
        "urn:oasis:names:tc:SAML:2.0:status:Responder > urn:oasis:names:tc:SAML:2.0:status:NoPassive";

    assertThat(ids(catalogue.search(received, Optional.of("okta")))).startsWith("saml-no-passive");
  }

  @Test
  void theDescriptionOfAnOidcErrorSaysMoreThanItsCode() {
    assertThat(
            ids(
                catalogue.recogniseOidcError(
                    "access_denied",
                    Optional.of("User is not assigned to the client application."))))
        .startsWith("okta-not-assigned")
        .contains("oidc-access-denied");
    assertThat(
            ids(
                catalogue.recogniseOidcError(
                    "invalid_client",
                    Optional.of("AADSTS7000222: The provided client secret keys are expired."))))
        .startsWith("entra-client-secret-expired");
    assertThat(ids(catalogue.recogniseOidcError("server_error", Optional.empty())))
        .containsExactly("oidc-temporary");
  }

  private static List<String> ids(List<KnownError> found) {
    return found.stream().map(KnownError::id).toList();
  }
}
