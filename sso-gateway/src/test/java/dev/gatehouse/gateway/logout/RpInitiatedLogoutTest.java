package dev.gatehouse.gateway.logout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.LogoutReceiver;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.fixtures.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect RP-Initiated Logout 1.0, and who else hears of it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RpInitiatedLogoutTest {

  private static final String BYE = "https://app.example/bye";

  @Inject Customers customers;
  @Inject Database database;

  static Product product(Map<String, ?> more) {
    Map<String, Object> settings = new java.util.HashMap<>(more);
    settings.put("postLogoutRedirectUris", List.of(BYE));
    return Product.register(settings);
  }

  static Response logout(Map<String, String> parameters) {
    return given().redirects().follow(false).queryParams(parameters).get("/oauth2/logout");
  }

  private boolean isKept(Session session) {
    return !database
        .texts("select id from application_session where id = $1", session.sid())
        .isEmpty();
  }

  @Test
  void leadsBackToTheApplicationWithItsState() {
    Session alice = product(Map.of()).signIn(customers.active(), "alice");

    Response home =
        logout(
            Map.of(
                "id_token_hint", alice.idToken(), "post_logout_redirect_uri", BYE, "state", "a b"));

    home.then().statusCode(303);
    assertThat(home.header("Location")).isEqualTo(BYE + "?state=a+b");
    assertThat(isKept(alice)).isFalse();
  }

  @Test
  void takesTheParametersFromAFormAsWell() {
    Session alice = product(Map.of()).signIn(customers.active(), "alice");

    Response home =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParam("id_token_hint", alice.idToken())
            .formParam("client_id", alice.product().id())
            .formParam("post_logout_redirect_uri", BYE)
            .post("/oauth2/logout");

    home.then().statusCode(303);
    assertThat(home.header("Location")).isEqualTo(BYE);
  }

  @Test
  void anUnregisteredAddressLeadsNowhereButTheSessionEnds() {
    Session alice = product(Map.of()).signIn(customers.active(), "alice");

    Response page =
        logout(
            Map.of(
                "id_token_hint",
                alice.idToken(),
                "post_logout_redirect_uri",
                "https://evil.example/"));

    page.then().statusCode(200);
    assertThat(page.header("Location")).isNull();
    assertThat(page.asString()).contains("You are signed out").doesNotContain("evil.example");
    assertThat(isKept(alice)).isFalse();
  }

  @Test
  void theApplicationAndThePersonsOtherOnesAreTold() throws Exception {
    TestConnection acme = customers.active();
    try (LogoutReceiver own = new LogoutReceiver();
        LogoutReceiver other = new LogoutReceiver()) {
      Product desk = product(Map.of("backchannelLogoutUri", own.uri()));
      Product mail = product(Map.of("backchannelLogoutUri", other.uri()));
      Session atDesk = desk.signIn(acme, "alice");
      Session atMail = mail.signIn(acme, "alice");
      Session bob = mail.signIn(acme, "bob");

      logout(Map.of("id_token_hint", atDesk.idToken())).then().statusCode(200);

      SignedJWT token = SignedJWT.parse(other.await(1).getFirst());
      var keys = JWKSet.parse(given().get("/oauth2/jwks").asString());
      var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
      assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
      assertThat(token.getHeader().getType().toString()).isEqualTo("logout+jwt");
      var claims = token.getJWTClaimsSet();
      assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
      assertThat(claims.getAudience()).containsExactly(mail.id());
      assertThat(claims.getSubject()).isEqualTo(atMail.person());
      assertThat(claims.getStringClaim("sid")).isEqualTo(atMail.sid());
      assertThat(claims.getJSONObjectClaim("events"))
          .containsOnlyKeys("http://schemas.openid.net/event/backchannel-logout");
      assertThat(claims.getClaims()).containsKeys("iat", "exp", "jti").doesNotContainKey("nonce");
      assertThat(SignedJWT.parse(own.await(1).getFirst()).getJWTClaimsSet().getStringClaim("sid"))
          .isEqualTo(atDesk.sid());
      assertThat(isKept(bob)).isTrue();
      assertThat(other.tokens()).hasSize(1);
    }
  }

  @Test
  void theTokenIsSignedAsTheApplicationWants() throws Exception {
    TestConnection acme = customers.active();
    try (LogoutReceiver other = new LogoutReceiver()) {
      Product mail =
          product(
              Map.of(
                  "backchannelLogoutUri",
                  other.uri(),
                  "backchannelLogoutSessionRequired",
                  true,
                  "idTokenSignedResponseAlg",
                  "ES256"));
      mail.signIn(acme, "alice");
      Session atDesk = product(Map.of()).signIn(acme, "alice");

      logout(Map.of("id_token_hint", atDesk.idToken()));

      assertThat(SignedJWT.parse(other.await(1).getFirst()).getHeader().getAlgorithm().getName())
          .isEqualTo("ES256");
    }
  }

  @Test
  void withoutAHintNothingEndsAndThePersonIsAsked() {
    Session alice = product(Map.of()).signIn(customers.active(), "alice");

    Response page =
        logout(Map.of("client_id", alice.product().id(), "post_logout_redirect_uri", BYE));

    page.then().statusCode(200);
    assertThat(page.header("Location")).isNull();
    assertThat(page.asString()).contains("href=\"" + BYE + "\"", "logout_unconfirmed");
    assertThat(isKept(alice)).isTrue();
  }

  @Test
  void discoverySaysSo() {
    var document = given().get("/.well-known/openid-configuration").jsonPath();
    assertThat(document.getBoolean("backchannel_logout_supported")).isTrue();
    assertThat(document.getBoolean("backchannel_logout_session_supported")).isTrue();
    assertThat(document.getString("end_session_endpoint"))
        .isEqualTo("http://localhost:8080/oauth2/logout");
  }
}
