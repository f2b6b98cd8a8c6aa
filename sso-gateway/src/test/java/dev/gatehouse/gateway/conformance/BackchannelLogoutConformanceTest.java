package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.LogoutReceiver;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan "Back-Channel OP". */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class BackchannelLogoutConformanceTest {

  @Inject Customers customers;

  @Test
  @Reproduces("oidcc-backchannel-logout-discovery-endpoint-verification")
  void oidcc_backchannel_logout_discovery_announcesIt() {
    Response document = get("/.well-known/openid-configuration");

    assertThat(document.<Boolean>path("backchannel_logout_supported")).isEqualTo(true);
    assertThat(document.<Boolean>path("backchannel_logout_session_supported")).isEqualTo(true);
    assertThat(document.<String>path("end_session_endpoint")).isNotEmpty();
  }

  /** The module's only client starts the logout, and waits for the token about its own session. */
  @Test
  @Reproduces("oidcc-backchannel-rp-initiated-logout")
  void oidcc_backchannel_rp_initiated_logout_tellsTheApplicationThatStartedIt() throws Exception {
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      RelyingParty app =
          RelyingParty.at(
              customers.active(),
              Map.of(
                  "backchannelLogoutUri",
                  receiver.uri(),
                  "backchannelLogoutSessionRequired",
                  true));
      JWT idToken = app.tokens(app.signIn(app.request())).getIDToken();

      Response end =
          given()
              .redirects()
              .follow(false)
              .queryParam("id_token_hint", idToken.serialize())
              .queryParam("post_logout_redirect_uri", RelyingParty.AFTER_LOGOUT)
              .queryParam("state", "s1")
              .get("/oauth2/logout");

      end.then().statusCode(303).header("Location", RelyingParty.AFTER_LOGOUT + "?state=s1");
      SignedJWT token = SignedJWT.parse(receiver.await(1).getFirst());
      LogoutTokenClaimsSet claims =
          new LogoutTokenValidator(
                  new Issuer(RelyingParty.ISSUER),
                  new ClientID(app.clientId()),
                  JWSAlgorithm.RS256,
                  JWKSet.parse(get("/oauth2/jwks").asString()))
              .validate(token);
      assertThat(claims.getSessionID().getValue())
          .isEqualTo(idToken.getJWTClaimsSet().getStringClaim("sid"));
      assertThat(claims.getSubject().getValue()).isEqualTo(idToken.getJWTClaimsSet().getSubject());
      assertThat(token.getJWTClaimsSet().getClaims()).containsKey("exp").doesNotContainKey("nonce");
      assertThat(RelyingParty.error(app.refused(app.requestWith("prompt", "none"))))
          .isEqualTo("login_required");
    }
  }
}
