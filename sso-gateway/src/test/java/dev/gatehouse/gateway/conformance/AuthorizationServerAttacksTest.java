package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import dev.gatehouse.gateway.fixtures.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AS1 to AS12 of the attack catalogue, which follow RFC 9700 and ASVS V10. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AuthorizationServerAttacksTest {

  @Inject Customers customers;
  @Inject Database database;

  @SuppressWarnings("NullAway.Init")
  private TestConnection acme;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @BeforeEach
  void anApplicationIsRegistered() {
    acme = customers.active();
    app = RelyingParty.at(acme);
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge, ''",
    "code_challenge_method, ''",
    "code_challenge_method, plain",
  })
  @Reproduces({"RFC9700-2.1.1", "RFC9700-4.8"})
  void as2_withoutPkceNobodyGetsACode(String name, String value) throws Exception {
    Map<String, String> request = app.requestWith(name, value);

    assertThat(RelyingParty.error(app.refused(request))).isEqualTo("invalid_request");
  }

  @Test
  void as2_aCodeWithoutItsVerifierIsWorthNothing() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));

    RelyingParty.at(acme)
        .redeem(code)
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));
    RelyingParty.tokens(app.redeem(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "id_token", "id_token token", "code token", "code id_token"})
  @Reproduces("RFC9700-2.1.2")
  void as4_noTokenComesThroughTheBrowser(String responseType) throws Exception {
    assertThat(RelyingParty.error(app.refused(app.requestWith("response_type", responseType))))
        .isEqualTo("unsupported_response_type");
  }

  @Test
  @Reproduces("RFC9700-2.4")
  void as4_noPasswordIsEverTaken() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "password")
        .formParam("username", acme.email("alice"))
        .formParam("password", "secret")
        .formParam("client_id", app.clientId())
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("unsupported_grant_type"));
  }

  /** The page that says no leads back, and that answer names us too. */
  @Test
  @Reproduces({"RFC9207", "RFC9700-4.4"})
  void as5_everyAnswerNamesItsIssuer() throws Exception {
    assertThat(app.signIn(app.request()).getIssuer().getValue()).isEqualTo(RelyingParty.ISSUER);
    assertThat(app.refused(app.requestWith("prompt", "none")).getIssuer().getValue())
        .isEqualTo(RelyingParty.ISSUER);
    assertThat(app.refused(app.requestWith("request", "x")).getIssuer().getValue())
        .isEqualTo(RelyingParty.ISSUER);

    Response page =
        app.comeBack(
            app.away(app.send(app.request())), answer -> answer.email = "eve@elsewhere.example");

    page.then()
        .statusCode(403)
        .body(containsString("error=access_denied"))
        .body(containsString("iss=http%3A%2F%2Flocalhost%3A8080"));
  }

  @Test
  @Reproduces("RFC9700-2.5")
  void as6_aConfidentialApplicationAuthenticatesAndItsSecretIsKeptAsAHash() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));

    given()
        .auth()
        .preemptive()
        .basic(app.clientId(), "guessed")
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code)
        .formParam("redirect_uri", RelyingParty.CALLBACK)
        .formParam("code_verifier", "a-verifier-of-43-characters-or-more-0123456789")
        .post("/oauth2/token")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Basic"))
        .body("error", equalTo("invalid_client"));

    assertThat(
            database.texts(
                "select encode(secret_hash, 'hex') from application_secret where application = $1",
                app.clientId()))
        .singleElement()
        .satisfies(hash -> assertThat(hash).hasSize(64));
  }

  @Test
  @Reproduces({"RFC9700-2.2", "RFC9700-2.3"})
  void as7_anAccessTokenOpensUserinfoForFiveMinutesAndNothingElse() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.request()));
    String token = tokens.getBearerAccessToken().getValue();

    given().auth().oauth2(token).get("/v1/applications").then().statusCode(401);
    given().auth().oauth2(tokens.getIDTokenString()).get("/v1/suspensions").then().statusCode(401);
    given().auth().oauth2(tokens.getIDTokenString()).get("/oauth2/userinfo").then().statusCode(401);
    given()
        .auth()
        .oauth2(token)
        .get("/oauth2/userinfo")
        .then()
        .statusCode(200)
        .body("attributes", equalTo(null))
        .body("groups", equalTo(null));
    assertThat(tokens.getBearerAccessToken().getLifetime()).isEqualTo(300);
    assertThat(token)
        .as("says nothing to whoever finds it")
        .doesNotContain(".")
        .hasSizeBetween(43, 64);
  }

  @Test
  @Reproduces("RFC9700-4.12")
  void as8_aPostedFormIsNeverPostedOn() {
    Response sent = app.browser().post("/oauth2/authorize", app.request());

    assertThat(sent.statusCode()).isEqualTo(303);
  }

  @Test
  @Reproduces({"RFC9700-4.2.4", "RFC9700-4.16"})
  void as8_noPageCanBeFramedOrTellsWhereItWas() {
    Response page = app.send(app.requestWith("redirect_uri", "https://elsewhere.example/"));

    page.then()
        .header("Referrer-Policy", "no-referrer")
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Content-Security-Policy", containsString("default-src 'none'"));
    assertThat(page.asString()).doesNotContain("https://").doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "https://rp.example/callback@elsewhere.example",
        "//elsewhere.example",
        "javascript:alert(1)"
      })
  @Reproduces("RFC9700-4.11")
  void as8_neverRedirectsToWhatIsNotRegisteredNotEvenWithAnError(String uri) {
    Map<String, String> request = app.requestWith("redirect_uri", uri);
    request.put("response_type", "nonsense");

    Response answer = app.send(request);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.header("Location")).isNull();
  }

  @Test
  @Reproduces("RFC9700-4.7")
  void as9_stateAndNonceComeBackUntouched() throws Exception {
    Map<String, String> request = app.requestWith("state", "ä b+c/d?e=f&g#h%20\"'<>\\");
    request.put("nonce", "nönce %41+&=");

    IDTokenClaimsSet claims = app.claims(request, app.signIn(request));

    assertThat(claims.getNonce().getValue()).isEqualTo("nönce %41+&=");
  }

  @Test
  @Reproduces("RFC9700-2.6")
  void as10_noScriptOfAnotherOriginReadsTheAuthorizationEndpoint() {
    for (String path : List.of("/oauth2/authorize", "/sign-in", "/sign-in/continue")) {
      Response preflight =
          given()
              .header("Origin", "https://rp.example")
              .header("Access-Control-Request-Method", "GET")
              .options(path);
      Response read =
          given()
              .redirects()
              .follow(false)
              .header("Origin", "https://rp.example")
              .queryParams(app.request())
              .get(path);

      assertThat(preflight.header("Access-Control-Allow-Origin")).as(path).isNull();
      assertThat(read.header("Access-Control-Allow-Origin")).as(path).isNull();
    }
  }

  @Test
  void as11_theIdTokenSaysTrulyWhoLetThePersonIn() throws Exception {
    Map<String, String> request = app.request();

    IDTokenClaimsSet claims = app.claims(request, app.signIn(request));

    assertThat(claims.getJSONObjectClaim("connection")).containsEntry("id", acme.id().toString());
    assertThat(claims.getJSONObjectClaim("org"))
        .containsEntry("id", acme.customer().organization().toString());
    assertThat(claims.getJSONObjectClaim("idp")).containsEntry("issuer", acme.idpEntityId());
    assertThat(claims.getAMR()).extracting(one -> one.getValue()).containsExactly("pwd");
    assertThat(claims.getACR()).as("nothing is claimed that was not verified").isNull();
  }

  /** PostgreSQL keeps no NUL: without a check it would be a fault of ours, and an alarm. */
  @ParameterizedTest
  @ValueSource(strings = {"state", "nonce", "login_hint", "organization", "scope", "acr_values"})
  void as9_aControlCharacterIsAFaultOfTheRequest(String name) throws Exception {
    Map<String, String> request = app.requestWith(name, "openid\u0000x");

    assertThat(RelyingParty.error(app.refused(request))).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "redirect_uri", "client_id", "client_secret"})
  void as9_aControlCharacterAtTheTokenEndpointIsAFaultOfTheRequest(String name) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", "a");
    form.put("redirect_uri", RelyingParty.CALLBACK);
    form.put("code_verifier", "a-verifier-of-43-characters-or-more-0123456789");
    form.put("client_id", app.clientId());
    form.put("client_secret", app.secret());
    form.put(name, form.get(name) + "\u0000");

    given()
        .contentType("application/x-www-form-urlencoded")
        .formParams(form)
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  /** RFC 6749 section 2.3.1: what stands in a URI stands in logs. */
  @Test
  void as6_credentialsInTheQueryAreNotTaken() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));

    given()
        .queryParam("client_id", app.clientId())
        .queryParam("client_secret", app.secret())
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code)
        .formParam("redirect_uri", RelyingParty.CALLBACK)
        .formParam("code_verifier", app.verifier())
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  /** Whatever headers come through, addresses are those of the configuration. */
  @Test
  @Reproduces("RFC9700-4.13")
  void as12_noHeaderChangesWhoWeAreOrWhereWeLead() {
    Map<String, String> unhinted = app.request();
    unhinted.remove("login_hint");
    Map<String, String> forged =
        Map.of(
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "gopher",
            "X-Forwarded-Prefix", "/evil",
            "X-Original-URL", "https://evil.example/",
            "Forwarded", "host=evil.example;proto=https");

    Response document = given().headers(forged).get("/.well-known/openid-configuration");
    Response sent =
        given()
            .headers(forged)
            .redirects()
            .follow(false)
            .queryParams(unhinted)
            .get("/oauth2/authorize");

    assertThat(document.asString()).isEqualTo(get("/.well-known/openid-configuration").asString());
    assertThat(sent.header("Location")).startsWith(RelyingParty.ISSUER + "/sign-in?request=");
  }
}
