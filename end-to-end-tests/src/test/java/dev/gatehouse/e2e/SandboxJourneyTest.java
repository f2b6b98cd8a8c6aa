package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole journey through REST and a real browser, with the sandbox as the outside world. */
class SandboxJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();

  @Test
  void anItAdminSetsUpSingleSignOnAloneAndAPersonSignsInWithTheSampleApplication() {
    Operator operator = new Operator(gatehouse);
    Sandbox sandbox = new Sandbox(gatehouse);
    ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "Journey");

    // Domains
    JsonNode domain = admin.claim("journey.example");
    JsonNode challenge = domain.required("challenge");
    sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
    admin.awaitVerified(domain.required("id").asText());

    // Connection
    String connection = admin.createConnection("custom-saml").required("id").asText();
    JsonNode configured =
        admin.configure(connection, Map.of("metadataUrl", sandbox.idpMetadataUrl()));
    admin.assign(connection, domain.required("id").asText()).expect(200);
    sandbox.registerServiceProvider(
        configured.required("serviceProvider").required("entityId").asText());

    // Test, in the browser
    JsonNode run = admin.startTestRun(connection);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(run.required("startUrl").asText());
      Sandbox.signIn(page, "Ann", "ann@journey.example");
      assertThat(page.getByText("passed").first()).isVisible();
    }
    JsonNode result = admin.awaitTestRunOver(run.required("id").asText());
    assertThat(result.required("status").asText()).isEqualTo("passed");
    assertThat(result.required("subject").required("email").asText())
        .isEqualTo("ann@journey.example");

    // Activate
    JsonNode active =
        admin.activate(connection, run.required("revision").asText()).expect(200).json();
    assertThat(active.required("status").asText()).isEqualTo("active");

    // Sign in with the sample application
    JsonNode application =
        operator.createApplication("Brightdesk", sandbox.url("/app/callback").toString(), "ES256");
    new Http()
        .put(
            sandbox.url("/app/settings"),
            Map.of(
                "issuer", gatehouse.publicUrl().toString(),
                "clientId", application.required("clientId").asText(),
                "clientSecret", application.required("clientSecret").asText()))
        .expect(200);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(sandbox.url("/app").toString());
      page.locator("#login_hint").fill("bob@journey.example");
      page.locator("#login_hint").press("Enter");
      Sandbox.signIn(page, "Bob", "bob@journey.example");
      assertThat(page.locator("#email")).hasText("bob@journey.example");
    }
    Wait.until(
        "the member exists",
        () ->
            operator.members(admin.organization).stream()
                .anyMatch(member ->
                    member.required("email").asText().equals("bob@journey.example")
                        && member.required("role").asText().equals("org:member")));
  }
}
