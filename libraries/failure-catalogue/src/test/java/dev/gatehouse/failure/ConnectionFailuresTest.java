package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the admins of one connection read. */
class ConnectionFailuresTest {

  private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

  private final FailureCatalogue catalogue = FailureCatalogue.load();
  private final ConnectionFailures entra =
      catalogue.of("microsoft-entra-id", Map.of("acsUrl", "https://sso.example/saml/x/acs"));

  @Test
  void saysWhatToEnterWhereInThisProvidersConsole() {
    var said = entra.explain("recipient_mismatch", "https://sso.example/saml/x/acs", "https://old");

    assertThat(said.expected()).isEqualTo("https://sso.example/saml/x/acs");
    assertThat(said.received()).isEqualTo("https://old");
    assertThat(said.console()).isEqualTo("Microsoft Entra admin center");
    assertThat(said.where()).contains("Basic SAML Configuration");
    assertThat(said.enter())
        .contains(
            new FieldValue(
                "Reply URL (Assertion Consumer Service URL)", "https://sso.example/saml/x/acs"));
    assertThat(said.recognised()).isEmpty();
  }

  @Test
  void recognisesACodeInTheMessageOfAStatus() {
    var said =
        entra.explain(
            "status_not_success",
            "status:Success",
            STATUS + "Responder: AADSTS50105: The signed in user is not assigned to a role.");

    assertThat(said.received()).endsWith("The signed in user is not assigned to a role.");
    assertThat(ids(said.recognised())).startsWith("entra-not-assigned");
  }

  @Test
  void recognisesTheSecondLevelOfAStatus() {
    var received = STATUS + "Requester > " + STATUS + "InvalidNameIDPolicy";

    assertThat(ids(entra.explain("status_not_success", "", received).recognised()))
        .startsWith("saml-invalid-nameid-policy");
    assertThat(ids(entra.explain("status_not_success", "", received + ": ").recognised()))
        .startsWith("saml-invalid-nameid-policy");
  }

  @Test
  void recognisesAnErrorOfOpenIdConnectByItsCodeAndByItsDescription() {
    var okta = catalogue.of("okta-oidc", Map.of());

    assertThat(ids(okta.explain("oidc_error_returned", "", "access_denied").recognised()))
        .contains("oidc-access-denied");
    assertThat(
            ids(
                catalogue
                    .of("microsoft-entra-id-oidc", Map.of())
                    .explain(
                        "oidc_client_rejected",
                        "",
                        "invalid_client: AADSTS7000215: Invalid client secret provided.")
                    .recognised()))
        .startsWith("entra-client-secret-wrong");
  }

  @Test
  void readsNothingIntoAReasonThatTheProviderDidNotGive() {
    assertThat(entra.explain("issuer_mismatch", "a", "AADSTS50105").recognised()).isEmpty();
  }

  @Test
  void anUnknownPageGetsAGeneralAnswerInThisProvidersWords() {
    var found = entra.search("zzzz qqqq");

    assertThat(found.items()).isEmpty();
    assertThat(found.lookUp()).isEqualTo(URI.create("https://login.microsoftonline.com/error"));
    assertThat(Objects.requireNonNull(found.general()).where()).endsWith("Sign-in logs");
    assertThat(catalogue.of("okta", Map.of()).search("zzzz qqqq").lookUp()).isNull();
  }

  @Test
  void aKnownPageGetsItsOwnAnswerOnly() {
    var found = entra.search("AADSTS50011");

    assertThat(found.general()).isNull();
    assertThat(found.items().getFirst().enter())
        .extracting(FieldValue::value)
        .contains("https://sso.example/saml/x/acs");
  }

  private static List<String> ids(List<KnownError> errors) {
    return errors.stream().map(KnownError::id).toList();
  }
}
