package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

/** Signing out from either side, Keycloak being the other, whatever protocol is spoken with it. */
final class LogoutAtKeycloak {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final String organization;
  private final String zone;
  private final int port;

  LogoutAtKeycloak(String organization, String zone, int port) {
    this.organization = organization;
    this.zone = zone;
    this.port = port;
  }

  /** How the two are made known to each other; the answer is the connection. */
  interface Connecting {
    String connect(Keycloak keycloak, ItAdmin admin);
  }

  void reachesTheOtherSideWhicheverSideBegins(Connecting connecting) {
    try (Keycloak keycloak = Keycloak.starting(port);
        LogoutReceiver receiver = new LogoutReceiver()) {
      Operator operator = new Operator(gatehouse);
      goLive(keycloak, operator, connecting);
      Application application = Application.listening(gatehouse, operator, receiver.uri());

      try (Browser browser = new Browser()) {
        Page page = browser.page();

        // From the application, which hears of what it began, too: Keycloak asks for the password
        // again afterwards.
        Application.Signed first = signIn(page, application, keycloak);
        page.navigate(application.endSession(first, "s1").toString());
        page.waitForURL(Application.SIGNED_OUT + "?state=s1");
        assertThat(application.signedOut(receiver.await(1)).getSessionID().getValue())
            .isEqualTo(first.idToken().getStringClaim("sid"));
        page.navigate(application.begin("dora@" + zone).authorizationUrl().toString());
        assertThat(page.locator("#username")).isVisible();

        // Keycloak keeps its session between two sign-ins, so that was no accident.
        Application.Signed second = signIn(page, application, keycloak);
        page.navigate(application.begin("dora@" + zone).authorizationUrl().toString());
        page.waitForURL(Application.CALLBACK + "**");
        assertThat(receiver.tokens()).hasSize(1);

        // From Keycloak: the application hears of it.
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

  private void goLive(Keycloak keycloak, Operator operator, Connecting connecting) {
    Sandbox sandbox = new Sandbox(gatehouse);
    ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, organization);
    JsonNode domain = admin.claim(zone);
    JsonNode challenge = domain.required("challenge");
    sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
    String domainId = domain.required("id").asText();
    admin.http().post(admin.url("/v1/domains/" + domainId + "/check"), null);
    admin.awaitVerified(domainId);

    keycloak.awaitReady();
    keycloak.createRealm();
    keycloak.addUser("dora", "dora@" + zone, "Dora", "Keys");
    String connection = connecting.connect(keycloak, admin);
    admin.assign(connection, domainId).expect(200);
    admin.testAndActivate(connection, zone, page -> keycloak.signIn(page, "dora"));
  }

  private Application.Signed signIn(Page page, Application application, Keycloak keycloak) {
    Application.Trip trip = application.begin("dora@" + zone);
    return application.signIn(page, trip, () -> keycloak.signIn(page, "dora"));
  }
}
