package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing out, from either side, with a real identity provider in a real browser. */
class SingleLogoutJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();

  @Test
  void aLogoutReachesTheOtherSideWhicheverSideBegins() {
    new LogoutAtKeycloak("Leaving", "leaving.example", 18280)
        .reachesTheOtherSideWhicheverSideBegins(SingleLogoutJourneyTest::connect);
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

  private static String connect(Keycloak keycloak, ItAdmin admin) {
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
    return connection;
  }
}
