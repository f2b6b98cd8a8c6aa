package dev.gatehouse.sandbox.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brightdesk against the sandbox's own OpenID provider: two stock libraries meet over HTTP. */
@QuarkusTest
class BrightdeskTest {
  private static final String BASE = "http://127.0.0.1:19090";

  @BeforeEach
  void registered() {
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "clientId", "brightdesk",
                "clientSecret", "a secret: with + and %",
                "redirectUris", List.of(BASE + "/app/callback")))
        .post("/idp/oidc/clients")
        .then()
        .statusCode(201);
    settings(
        Map.of(
            "issuer", BASE + "/idp/oidc",
            "clientId", "brightdesk",
            "clientSecret", "a secret: with + and %"));
  }

  @Test
  void aPersonSignsInAndSeesEveryClaim() {
    var session = callback(answered(begin("/app/sign-in?login_hint=bob@acme.example"), "none"));
    assertThat(session.statusCode()).isEqualTo(303);
    String cookie = session.getCookie("brightdesk");

    given()
        .cookie("brightdesk", cookie)
        .get("/app/api/me")
        .then()
        .statusCode(200)
        .body("email", is("bob@acme.example"))
        .body("claims.iss", is(BASE + "/idp/oidc"))
        .body("userinfo.family_name", is("Brewer"));
    given()
        .accept(ContentType.HTML)
        .cookie("brightdesk", cookie)
        .get("/app")
        .then()
        .body(containsString("bob@acme.example"), containsString("given_name"));

    given().cookie("brightdesk", cookie).redirects().follow(false).post("/app/sign-out");
    given().cookie("brightdesk", cookie).get("/app/api/me").then().statusCode(401);
  }

  @Test
  void theHintAndTheSelectorsAreSentOn() {
    String location =
        begin("/app/sign-in?login_hint=bob@acme.example&organization=org_1&connection=con_1")
            .getHeader("Location");

    assertThat(location)
        .contains("login_hint=bob%40acme.example")
        .contains("organization=org_1")
        .contains("connection=con_1")
        .contains("code_challenge_method=S256")
        .contains("nonce=")
        .contains("state=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tampered",
        "expired",
        "not_yet_valid",
        "wrong_audience",
        "wrong_issuer",
        "unsigned",
        "wrong_key",
        "foreign_in_response_to"
      })
  void aFaultyIdTokenSignsNobodyIn(String fault) {
    var refused = callback(answered(begin("/app/sign-in"), fault));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).contains("You are not signed in");
    assertThat(refused.getCookie("brightdesk")).isNull();
  }

  @Test
  void aRefusalOfTheProviderIsExplained() {
    var refused = callback(answered(begin("/app/sign-in"), "status_failed"));

    assertThat(refused.asString()).contains("access_denied").contains("did not let you in");
  }

  @Test
  void aBrowserThatDidNotBeginIsNotSignedIn() {
    Answered answered = answered(begin("/app/sign-in"), "none");

    var refused = callback(new Answered(answered.redirectUrl(), "another-browser"));
    assertThat(refused.asString()).contains("state_mismatch");
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() {
    Answered answered = answered(begin("/app/sign-in"), "none");

    var refused =
        callback(
            new Answered(
                answered.redirectUrl().replaceAll("&iss=[^&]+", "&iss=https%3A%2F%2Fevil.example"),
                answered.browser()));
    assertThat(refused.asString()).contains("issuer_mismatch");
  }

  @Test
  void anotherSiteMayBeginASignInButNotRedirectElsewhere() {
    Response begun =
        begin("/app/initiate?iss=" + BASE + "/idp/oidc&target_link_uri=https://evil.example/");
    Response done = callback(answered(begun, "none"));
    assertThat(done.getHeader("Location")).isEqualTo(BASE + "/app");

    Response stranger = begin("/app/initiate?iss=https://evil.example");
    assertThat(stranger.statusCode()).isEqualTo(400);
  }

  @Test
  void anUnreachableProviderIsExplained() {
    settings(Map.of("issuer", "http://127.0.0.1:1"));

    assertThat(begin("/app/sign-in").asString()).contains("provider_unreachable");
  }

  @Test
  void theSecretIsNeverShown() {
    for (ContentType type : List.of(ContentType.JSON, ContentType.HTML)) {
      assertThat(given().accept(type).get("/app/settings").asString()).doesNotContain("a secret");
    }
  }

  private record Answered(String redirectUrl, String browser) {}

  private static void settings(Map<String, String> settings) {
    given()
        .contentType(ContentType.JSON)
        .body(settings)
        .put("/app/settings")
        .then()
        .statusCode(200)
        .body("hasClientSecret", is(true));
  }

  private static Response begin(String path) {
    return given().accept(ContentType.HTML).redirects().follow(false).get(path);
  }

  private static Answered answered(Response begun, String fault) {
    assertThat(begun.statusCode()).isEqualTo(303);
    String redirect =
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "authorizeUrl",
                    begun.getHeader("Location"),
                    "user",
                    "bob@acme.example",
                    "fault",
                    fault))
            .post("/idp/oidc/respond")
            .then()
            .statusCode(200)
            .extract()
            .path("redirectUrl");
    return new Answered(redirect, begun.getCookie("brightdesk-attempt"));
  }

  private static Response callback(Answered answered) {
    return given()
        .urlEncodingEnabled(false)
        .accept(ContentType.HTML)
        .cookie("brightdesk-attempt", answered.browser())
        .redirects()
        .follow(false)
        .get(answered.redirectUrl());
  }
}
