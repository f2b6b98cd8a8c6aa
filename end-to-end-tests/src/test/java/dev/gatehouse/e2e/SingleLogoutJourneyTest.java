package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing out, from either side, with a real identity provider in a real browser. */
class SingleLogoutJourneyTest {

  private static final String ZONE = "leaving.example";
  private static final int KEYCLOAK_PORT = 18280;

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

        // From the application: Keycloak asks for the password again afterwards.
        Application.Signed first = signIn(page, application, keycloak);
        page.navigate(application.endSession(first, "s1").toString());
        page.waitForURL(Application.SIGNED_OUT + "?state=s1");
        // The application hears of what it began, too.
        assertThat(application.signedOut(receiver.await(1)).getSessionID().getValue())
            .isEqualTo(first.idToken().getStringClaim("sid"));
        page.navigate(application.begin("dora@" + ZONE).authorizationUrl().toString());
        assertThat(page.locator("#username")).isVisible();

        // Keycloak keeps its session between two sign-ins, so that was no accident.
        Application.Signed second = signIn(page, application, keycloak);
        page.navigate(application.begin("dora@" + ZONE).authorizationUrl().toString());
        page.waitForURL(Application.CALLBACK + "**");

        // From Keycloak: the application hears of it.
        assertThat(receiver.tokens()).hasSize(1);
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

  @Test
  void theSampleApplicationSignsOutEverywhereAndHearsOfIt() {
    SetUp setUp = SetUp.active(gatehouse, "Leavers");
    Sandbox sandbox = setUp.sandbox;
    JsonNode registered =
        setUp.operator.createApplication(
            "Brightdesk",
            sandbox.url("/app/callback").toString(),
            "ES256",
            Map.of(
                "postLogoutRedirectUris", List.of(sandbox.url("/app").toString()),
                "backchannelLogoutUri", sandbox.url("/app/backchannel-logout").toString()));
    new Http()
        .put(
            sandbox.url("/app/settings"),
            Map.of(
                "issuer", gatehouse.publicUrl().toString(),
                "clientId", registered.required("clientId").asText(),
                "clientSecret", registered.required("clientSecret").asText()))
        .expect(200);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      signInAtBrightdesk(page, sandbox);

      page.getByText("Sign out of Brightdesk").click();
      page.waitForURL(sandbox.url("/app").toString());
      assertThat(page.getByText("Welcome back")).isVisible();
      assertThat(page.locator("#ended")).hasCount(0);

      signInAtBrightdesk(page, sandbox);
      Page identityProvider = browser.page();
      identityProvider.navigate(sandbox.url("/idp").toString());
      identityProvider.locator("#signOutEmail").fill("leo@leavers.example");
      identityProvider.locator("#signOutFrom").selectOption(setUp.entityId);
      identityProvider.locator("form[action='/idp/sign-out'] button").click();
      identityProvider.waitForURL("**/idp/slo**");
      Wait.until(
          "Brightdesk has heard of it",
          () -> {
            page.navigate(sandbox.url("/app").toString());
            return page.locator("#ended").isVisible();
          });
    }
  }

  private static void signInAtBrightdesk(Page page, Sandbox sandbox) {
    page.navigate(sandbox.url("/app").toString());
    page.locator("#login_hint").fill("leo@leavers.example");
    page.locator("#login_hint").press("Enter");
    page.locator("#email").fill("leo@leavers.example");
    page.locator("#firstName").fill("Leo");
    page.locator("#lastName").fill("Leaver");
    page.locator("#lastName").press("Enter");
    assertThat(page.locator("#email")).hasText("leo@leavers.example");
  }

  private void connect(Keycloak keycloak, Operator operator) {
    Sandbox sandbox = new Sandbox(gatehouse);
    ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "Leaving");
    JsonNode domain = admin.claim(ZONE);
    JsonNode challenge = domain.required("challenge");
    sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
    String domainId = domain.required("id").asText();
    admin.http().post(admin.url("/v1/domains/" + domainId + "/check"), null);
    admin.awaitVerified(domainId);

    keycloak.awaitReady();
    keycloak.createRealm();
    keycloak.addUser("dora", "dora@" + ZONE, "Dora", "Keys");
    String connection = admin.createConnection("custom-saml").required("id").asText();
    JsonNode serviceProvider =
        admin
            .configure(connection, Map.of("metadataUrl", keycloak.samlMetadataUrl()))
            .required("serviceProvider");
    String entityId = serviceProvider.required("entityId").asText();
    keycloak.addSamlClient(
        entityId,
        serviceProvider.required("acsUrl").asText(),
        entityId.replace("/metadata", "/slo"));
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

  private static Application.Signed signIn(Page page, Application application, Keycloak keycloak) {
    Application.Trip trip = application.begin("dora@" + ZONE);
    page.navigate(trip.authorizationUrl().toString());
    keycloak.signIn(page, "dora");
    page.waitForURL(Application.CALLBACK + "**");
    return application.complete(trip, URI.create(page.url()));
  }
}
