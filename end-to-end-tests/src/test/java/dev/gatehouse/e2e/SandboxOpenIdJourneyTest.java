package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect through REST and a real browser, with the sandbox's provider and its faults. */
class SandboxOpenIdJourneyTest {

  private static final String DOMAIN = "openid-journey.example";

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Operator operator = new Operator(gatehouse);
  private final Sandbox sandbox = new Sandbox(gatehouse);

  @Test
  void anItAdminConnectsAnIssuerTestsWhatIsWrongAndPeopleSignIn() {
    ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "OpenIdJourney");
    JsonNode domain = admin.claim(DOMAIN);
    JsonNode challenge = domain.required("challenge");
    sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
    admin.awaitVerified(domain.required("id").asText());

    JsonNode created = admin.createConnection("custom-oidc");
    String connection = created.required("id").asText();
    JsonNode client =
        sandbox.registerClient(
            created.required("serviceProvider").required("redirectUri").asText());
    admin.configure(
        connection,
        Map.of(
            "oidc",
            Map.of(
                "issuer", sandbox.issuer(),
                "clientId", client.required("clientId").asText(),
                "clientSecret", client.required("clientSecret").asText())));
    admin.assign(connection, domain.required("id").asText()).expect(200);

    // Everything that can be wrong is told by the name of the check.
    Map.of(
            "wrong_audience", List.of("oidc_audience_mismatch"),
            "foreign_in_response_to", List.of("oidc_nonce_mismatch"),
            "expired", List.of("oidc_id_token_expired"),
            "unsigned", List.of("oidc_algorithm_refused"),
            "wrong_key", List.of("oidc_signature_invalid"),
            "foreign_domain", List.of("email_domain_not_verified"),
            "no_email", List.of("oidc_email_missing"),
            "status_failed", List.of("oidc_error_returned"))
        .forEach((fault, reasons) ->
            assertThat(reasonsOf(admin, connection, fault)).as(fault).isEqualTo(reasons));

    JsonNode run = admin.startTestRun(connection);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(run.required("startUrl").asText());
      Sandbox.signIn(page, "Ann", "ann@" + DOMAIN);
      assertThat(page.getByText("passed").first()).isVisible();
    }
    JsonNode passed = admin.awaitTestRunOver(run.required("id").asText());
    assertThat(passed.required("status").asText()).isEqualTo("passed");
    assertThat(passed.required("subject").required("email").asText()).isEqualTo("ann@" + DOMAIN);
    admin.activate(connection, run.required("revision").asText()).expect(200);
    Wait.until(
        "the gateway knows",
        () ->
            new Http()
                .post(gatehouse.publicUrl().resolve("/v1/discover"), Map.of("domain", DOMAIN))
                .text()
                .contains("required"));

    Application application = Application.registered(gatehouse, operator, JWSAlgorithm.ES256);
    Application.Trip trip = application.begin("bob@" + DOMAIN);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      Application.Signed signed =
          application.signIn(page, trip, () -> Sandbox.signIn(page, "Bob", "bob@" + DOMAIN));
      assertThat(signed.idToken().getStringClaim("email")).isEqualTo("bob@" + DOMAIN);
      assertThat(signed.idToken().getStringClaim("given_name")).isEqualTo("Bob");
      assertThat(signed.idToken().getJSONObjectClaim("idp").get("issuer"))
          .isEqualTo(sandbox.issuer());
      assertThat(signed.idToken().getAuthenticationTime()).isNotNull();
    }
  }

  /** Runs a test whose answer has one fault, in the browser, and reads the report. */
  private List<String> reasonsOf(ItAdmin admin, String connection, String fault) {
    JsonNode run = admin.startTestRun(connection);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(run.required("startUrl").asText());
      page.waitForURL(sandbox.issuer() + "/authorize**");
      URI answer = sandbox.answer(URI.create(page.url()), "ann@" + DOMAIN, fault);
      page.navigate(answer.toString());
      assertThat(page.getByText("failed").first()).isVisible();
    }
    JsonNode result = admin.awaitTestRunOver(run.required("id").asText());
    assertThat(result.required("status").asText()).isEqualTo("failed");
    return result.required("reasons").findValuesAsText("code");
  }
}
