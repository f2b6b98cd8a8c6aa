package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing out over OpenID Connect, from either side, with a real provider in a real browser. */
class OpenIdLogoutJourneyTest {

  private static final String ZONE = "leaving-openid.example";
  private static final String CLIENT = "gatehouse";
  private static final int KEYCLOAK_PORT = 18281;

  private final Gatehouse gatehouse = Gatehouse.running();

  @Test
  void aLogoutReachesTheOtherSideWhicheverSideBegins() {
    try (Keycloak keycloak = Keycloak.starting(KEYCLOAK_PORT);
        LogoutReceiver receiver = new LogoutReceiver()) {
      Operator operator = new Operator(gatehouse);
      connect(keycloak, operator);
      Application application = Application.listening(gatehouse, operator, receiver.uri());

      try (Browser browser = new Browser()) {
        Page page = browser.page();

        // From the application: the browser comes home by way of Keycloak, which asks for the
        // password again afterwards.
        Application.Signed first = signIn(page, application, keycloak);
        page.navigate(application.endSession(first, "s1").toString());
        page.waitForURL(Application.SIGNED_OUT + "?state=s1");
        assertThat(application.signedOut(receiver.await(1)).getSessionID().getValue())
            .isEqualTo(first.idToken().getStringClaim("sid"));
        page.navigate(application.begin("dora@" + ZONE).authorizationUrl().toString());
        assertThat(page.locator("#username")).isVisible();

        // Keycloak keeps its session between two sign-ins, so that was no accident.
        Application.Signed second = signIn(page, application, keycloak);
        Application.Trip again = application.begin("dora@" + ZONE);
        page.navigate(again.authorizationUrl().toString());
        page.waitForURL(Application.CALLBACK + "**");
        assertThat(receiver.tokens()).hasSize(1);

        // From Keycloak, which posts a logout token of its own.
        page.navigate(keycloak.logoutPage());
        page.locator("#kc-logout").click();
        assertThat(page.locator("#kc-page-title")).containsText("You are logged out");
        var claims = application.signedOut(receiver.await(2));
        assertThat(claims.getSubject()).isEqualTo(second.idToken().getSubject());
        assertThat(claims.getSessionID().getValue())
            .isEqualTo(second.idToken().getStringClaim("sid"));
      }
    }
  }

  private void connect(Keycloak keycloak, Operator operator) {
    Sandbox sandbox = new Sandbox(gatehouse);
    ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "LeavingOpenId");
    JsonNode domain = admin.claim(ZONE);
    JsonNode challenge = domain.required("challenge");
    sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
    String domainId = domain.required("id").asText();
    admin.http().post(admin.url("/v1/domains/" + domainId + "/check"), null);
    admin.awaitVerified(domainId);

    keycloak.awaitReady();
    keycloak.createRealm();
    keycloak.addUser("dora", "dora@" + ZONE, "Dora", "Keys");
    JsonNode created = admin.createConnection("custom-oidc");
    String connection = created.required("id").asText();
    String redirectUri = created.required("serviceProvider").required("redirectUri").asText();
    keycloak.addOpenIdClient(
        CLIENT,
        redirectUri,
        redirectUri.replace("/callback", "/jwks"),
        guideValue(admin, connection, "Post-logout redirect URI"),
        guideValue(admin, connection, "Back-channel logout URL"));
    admin.configure(
        connection,
        Map.of(
            "oidc",
            Map.of(
                "issuer",
                keycloak.issuer(),
                "clientId",
                CLIENT,
                "tokenEndpointAuthMethod",
                "private_key_jwt")));
    admin.assign(connection, domainId).expect(200);

    JsonNode run = admin.startTestRun(connection);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(run.required("startUrl").asText());
      keycloak.signIn(page, "dora");
      assertThat(page.getByText("passed").first()).isVisible();
    }
    admin.awaitTestRunOver(run.required("id").asText());
    admin.activate(connection, run.required("revision").asText()).expect(200);
    Wait.until(
        "the gateway knows",
        () ->
            new Http()
                .post(gatehouse.publicUrl().resolve("/v1/discover"), Map.of("domain", ZONE))
                .text()
                .contains("required"));
  }

  /** As the administrator finds it in the set-up guide. */
  private static String guideValue(ItAdmin admin, String connection, String label) {
    JsonNode guide =
        admin
            .http()
            .get(admin.url("/v1/connections/" + connection + "/setup-guide"))
            .expect(200)
            .json();
    for (JsonNode step : guide.required("steps")) {
      for (JsonNode field : step.path("fields")) {
        if (field.required("label").asText().equals(label)) {
          return field.required("value").asText();
        }
      }
    }
    throw new AssertionError("the guide has no " + label);
  }

  private static Application.Signed signIn(Page page, Application application, Keycloak keycloak) {
    Application.Trip trip = application.begin("dora@" + ZONE);
    page.navigate(trip.authorizationUrl().toString());
    keycloak.signIn(page, "dora");
    page.waitForURL(Application.CALLBACK + "**");
    return application.complete(trip, URI.create(page.url()));
  }
}
