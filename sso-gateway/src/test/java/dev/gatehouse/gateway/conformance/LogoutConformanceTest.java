package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan "RP-Initiated Logout OP". */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class LogoutConformanceTest {

  private static final String LONG_STATE = "s".repeat(100) + "-._~ä+/=&%20 end";

  @Inject Customers customers;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @SuppressWarnings("NullAway.Init")
  private String idToken;

  @BeforeEach
  void aliceIsSignedIn() throws Exception {
    app = RelyingParty.at(customers.active());
    idToken = app.tokens(app.signIn(app.request())).getIDTokenString();
  }

  @Test
  @Reproduces("oidcc-rp-initiated-logout-discovery-endpoint-verification")
  void oidcc_rp_initiated_logout_discovery_namesTheEndSessionEndpoint() {
    assertThat(get("/.well-known/openid-configuration").<String>path("end_session_endpoint"))
        .isEqualTo(RelyingParty.ISSUER + "/oauth2/logout");
  }

  @Test
  @Reproduces("oidcc-rp-initiated-logout")
  void oidcc_rp_initiated_logout_leadsBackWithTheStateAndNobodyIsSignedIn() throws Exception {
    Response end = logout(request());

    end.then().statusCode(303);
    assertThat(end.header("Location"))
        .isEqualTo(
            RelyingParty.AFTER_LOGOUT + "?" + RelyingParty.query(Map.of("state", LONG_STATE)));
    assertThat(RelyingParty.error(app.refused(app.requestWith("prompt", "none"))))
        .isEqualTo("login_required");
  }

  @Test
  @Reproduces("oidcc-rp-initiated-logout-no-state")
  void oidcc_rp_initiated_logout_no_state_leadsBackWithoutOne() {
    Map<String, String> request = request();
    request.remove("state");

    assertThat(logout(request).header("Location")).isEqualTo(RelyingParty.AFTER_LOGOUT);
  }

  @Test
  @Reproduces({
    "oidcc-rp-initiated-logout-bad-post-logout-redirect-uri",
    "oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri"
  })
  void oidcc_rp_initiated_logout_bad_post_logout_redirect_uri_staysHere() {
    for (String uri :
        new String[] {
          "https://elsewhere.example/",
          RelyingParty.AFTER_LOGOUT + "/extra",
          RelyingParty.AFTER_LOGOUT + "?foo=bar",
          RelyingParty.CALLBACK
        }) {
      Map<String, String> request = request();
      request.put("post_logout_redirect_uri", uri);

      staysHere(logout(request));
    }
  }

  @Test
  @Reproduces("oidcc-rp-initiated-logout-modified-id-token-hint")
  void oidcc_rp_initiated_logout_modified_id_token_hint_isNoHint() throws Exception {
    Map<String, String> request = request();
    request.put(
        "id_token_hint", new PlainJWT(SignedJWT.parse(idToken).getJWTClaimsSet()).serialize());

    staysHere(logout(request));
  }

  @Test
  @Reproduces("oidcc-rp-initiated-logout-bad-id-token-hint")
  void oidcc_rp_initiated_logout_bad_id_token_hint_isNoHint() throws Exception {
    SignedJWT ours = SignedJWT.parse(idToken);
    RSAKey stranger = new RSAKeyGenerator(2048).generate();
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(ours.getHeader().getKeyID())
                .build(),
            ours.getJWTClaimsSet());
    forged.sign(new RSASSASigner(stranger));
    Map<String, String> request = request();
    request.put("id_token_hint", forged.serialize());

    staysHere(logout(request));
  }

  @Test
  @Reproduces("oidcc-rp-initiated-logout-no-id-token-hint")
  void oidcc_rp_initiated_logout_no_id_token_hint_doesNotLeadBackByItself() {
    Map<String, String> request = request();
    request.remove("id_token_hint");

    staysHere(logout(request));
  }

  @Test
  @Reproduces({
    "oidcc-rp-initiated-logout-no-params",
    "oidcc-rp-initiated-logout-only-state",
    "oidcc-rp-initiated-logout-no-post-logout-redirect-uri"
  })
  void oidcc_rp_initiated_logout_no_params_showsAPage() {
    staysHere(logout(Map.of()));
    staysHere(logout(Map.of("state", "abc")));
    Response signedOut = logout(Map.of("id_token_hint", idToken));

    staysHere(signedOut);
    signedOut.then().statusCode(200);
  }

  private Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("id_token_hint", idToken);
    request.put("post_logout_redirect_uri", RelyingParty.AFTER_LOGOUT);
    request.put("state", LONG_STATE);
    return request;
  }

  private Response logout(Map<String, String> request) {
    String query = request.isEmpty() ? "" : "?" + RelyingParty.query(request);
    return app.browser().get("/oauth2/logout" + query);
  }

  private static void staysHere(Response page) {
    assertThat(page.statusCode()).isIn(200, 400);
    assertThat(page.header("Location")).isNull();
    page.then().header("Content-Type", containsString("text/html"));
  }
}
