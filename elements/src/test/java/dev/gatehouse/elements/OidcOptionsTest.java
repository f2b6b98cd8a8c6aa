package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.gatehouse.elements.PlayedApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OidcOptionsTest {
  private static final String DRAFT = "PUT " + SsoSamples.OKTA_PATH + "/draft";
  private static final String TOO = "Sign out of the identity provider as well";

  private static final String METHOD = "How we prove who we are";
  private static final String JWKS = "https://sso.example.com/oidc/01k9/jwks.json";

  private final Stage stage = new Stage();
  private volatile String stored = connection("null", revision(1, true), 3);

  @AfterEach
  void close() {
    stage.close();
  }

  static String revision(int number, boolean singleLogout) {
    return """
    {"id":"rev_%d","number":%d,"protocol":"oidc","source":"discovery",
     "oidc":{"issuer":"https://acme.okta.com","clientId":"0oa1","clientSecretSet":true,
       "scopes":["openid","email"],"hostedDomains":[],"forceLogin":false,"singleLogout":%s,
       "subject":{"source":"sub","claim":null},"attributes":{"email":["email"]}},
     "tested":true,"testedAt":"2026-11-21T10:00:00Z","createdAt":"2026-11-21T09:00:00Z","createdBy":"mem_1"}
    """
        .formatted(number, number, singleLogout);
  }

  static String connection(String draft, String live, int version) {
    return SsoSamples.okta("active", "\"dom_1\"", draft, live, "2036-01-01T00:00:00Z")
        .replace("\"protocol\":\"saml\",\"status\"", "\"protocol\":\"oidc\",\"status\"")
        .replace("\"acsUrl\"", "\"jwksUrl\":\"" + JWKS + "\",\"acsUrl\"")
        .replace("\"version\":3", "\"version\":" + version);
  }

  private void openTheOptions() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on("GET /v1/connections", request -> Answer.json(Samples.page(stored)))
        .on("GET " + SsoSamples.OKTA_PATH, request -> Answer.json(stored))
        .on(
            DRAFT,
            request ->
                stored.contains("\"version\":" + request.header("if-match").replace("\"", ""))
                    ? Answer.json(stored)
                    : Answer.problem(412, "precondition_failed", "Stale"));
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    Screens.step(stage, "Connection");
    stage.page.locator("gatehouse-oidc-options summary").click();
    sees(box());
  }

  private Locator box() {
    return stage.page.getByLabel(TOO);
  }

  @Test
  void renders() {
    openTheOptions();
    assertThat(box().isChecked()).isTrue();
    assertThat(stage.page.locator("gatehouse-understood dl").innerText()).contains(TOO, "Yes");
  }

  @Test
  void isAccessible() {
    openTheOptions();
    stage.isAccessible();
  }

  @Test
  void savesThatOnlyTheApplicationIsSignedOut() {
    openTheOptions();
    box().uncheck();
    stored = connection(revision(2, false), revision(1, true), 3);
    stage.button("Save as draft").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .isEqualTo("{\"oidc\":{\"singleLogout\":false}}");
    stage.page.waitForCondition(() ->
        stage.page.locator("gatehouse-understood dl").innerText().matches("(?s).*as well\\s+No.*"));
  }

  @Test
  void asksForMoreAndSaysHowTheClaimsAreCalled() {
    openTheOptions();
    stage.field("Groups").fill("roles, groups");
    stage.field("Scopes").fill("openid email  groups");
    stage.button("Save as draft").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .isEqualTo(
            "{\"oidc\":{\"scopes\":[\"openid\",\"email\",\"groups\"],\"attributes\":{\"email\":[\"email\"],"
                + "\"givenName\":[],\"familyName\":[],\"groups\":[\"roles\",\"groups\"]}}}");
  }

  @Test
  void ourOwnKeyTakesThePlaceOfTheSecretOnceTheProviderKnowsIt() {
    openTheOptions();
    goes(stage.text(JWKS));
    stage.field(METHOD).selectOption("private_key_jwt");
    sees(stage.text("The provider has to know our key"));
    sees(stage.text(JWKS));
    stage.isAccessible();
    stage.button("Save as draft").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .isEqualTo("{\"oidc\":{\"tokenEndpointAuthMethod\":\"private_key_jwt\"}}");
  }

  @Test
  void theWayBackToASecretAsksForIt() {
    stored = connection("null", byKey(1), 3);
    openTheOptions();
    assertThat(stage.page.locator("gatehouse-understood dl").innerText())
        .contains("Our own key, no secret")
        .doesNotContain("Missing");
    goes(stage.field("Client secret"));
    stage.field(METHOD).selectOption("client_secret_post");
    stage.field("Client secret").fill("s3cret");
    stage.button("Save as draft").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .isEqualTo(
            "{\"oidc\":{\"tokenEndpointAuthMethod\":\"client_secret_post\",\"clientSecret\":\"s3cret\"}}");
  }

  /** Without a secret. */
  static String byKey(int number) {
    return revision(number, true)
        .replace(
            "\"clientSecretSet\":true",
            "\"clientSecretSet\":false,\"tokenEndpointAuthMethod\":\"private_key_jwt\"");
  }

  @Test
  void saysHowTheDraftDiffersFromWhatIsLive() {
    stored = connection(revision(2, false), revision(1, true), 3);
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(stored));
    stage.open("tab=security");
    sees(stage.page.locator("gatehouse-differences"));
    assertThat(stage.page.locator("gatehouse-differences tbody tr").allInnerTexts())
        .singleElement()
        .asString()
        .contains(TOO, "Yes", "No");
  }

  @Test
  void keepsWhatWasChosenWhenSomebodyElseWasFirst() {
    openTheOptions();
    box().uncheck();
    stored =
        connection(revision(2, true).replace("\"openid\",", "\"openid\",\"groups\","), "null", 4);
    stage.button("Save as draft").click();
    sees(stage.text("Somebody else changed this first"));
    assertThat(box().isChecked()).isFalse();
    assertThat(stage.page.locator("gatehouse-differences tbody tr").allInnerTexts())
        .singleElement()
        .asString()
        .contains(TOO);
    stage.button("Save mine over it").click();
    goes(stage.text("Somebody else changed this first"));
    assertThat(stage.api.requests(DRAFT).getLast().header("if-match")).isEqualTo("\"4\"");
  }
}
