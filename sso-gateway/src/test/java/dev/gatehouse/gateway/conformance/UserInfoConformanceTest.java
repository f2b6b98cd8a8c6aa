package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import dev.gatehouse.gateway.fixtures.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class UserInfoConformanceTest {

  @Inject Customers customers;

  @SuppressWarnings("NullAway.Init")
  private TestConnection acme;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @BeforeEach
  void anApplicationIsRegistered() {
    acme =
        customers.active(
            Map.of(
                "attributes",
                Map.of(
                    "email", java.util.List.of("email"),
                    "givenName", java.util.List.of("firstName"),
                    "familyName", java.util.List.of("lastName"))));
    app = RelyingParty.at(acme);
  }

  @Test
  @Reproduces("oidcc-userinfo-get")
  void oidcc_userinfo_get_namesTheSubjectOfTheIdToken() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.request()));

    Response info = given().auth().oauth2(token(tokens)).get("/oauth2/userinfo");

    saysTheSame(info, tokens);
  }

  @Test
  @Reproduces("oidcc-userinfo-post-header")
  void oidcc_userinfo_post_header_saysTheSame() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.request()));

    Response info = given().auth().oauth2(token(tokens)).post("/oauth2/userinfo");

    saysTheSame(info, tokens);
  }

  @Test
  @Reproduces("oidcc-userinfo-post-body")
  void oidcc_userinfo_post_body_saysTheSame() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.request()));

    Response info =
        given()
            .contentType("application/x-www-form-urlencoded")
            .formParam("access_token", token(tokens))
            .post("/oauth2/userinfo");

    saysTheSame(info, tokens);
  }

  @Test
  @Reproduces("RFC9700-4.3.2")
  void anAccessTokenInTheQueryOpensNothing() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.request()));

    given()
        .queryParam("access_token", token(tokens))
        .get("/oauth2/userinfo")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer");
  }

  /** RFC 6750 section 2: one request, one token, one way. */
  @Test
  void twoTokensInOneRequestAreRefused() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.request()));

    given()
        .auth()
        .oauth2(token(tokens))
        .contentType("application/x-www-form-urlencoded")
        .formParam("access_token", token(tokens))
        .post("/oauth2/userinfo")
        .then()
        .statusCode(400)
        .header("WWW-Authenticate", containsString("invalid_request"));
  }

  @Test
  @Reproduces({"oidcc-scope-profile", "oidcc-scope-email", "oidcc-scope-all"})
  void oidcc_scope_profile_and_email_areAnswered() throws ParseException {
    app.userInfo("openid profile email address phone")
        .then()
        .statusCode(200)
        .body("name", equalTo("Alice Liddell"))
        .body("given_name", equalTo("Alice"))
        .body("family_name", equalTo("Liddell"))
        .body("email", equalTo(acme.email("alice")))
        .body("email_verified", equalTo(true))
        .body("address", equalTo(null))
        .body("phone_number", equalTo(null));
  }

  /** We do not read {@code claims}; what it may ask for is there without it. */
  @Test
  @Reproduces("oidcc-claims-essential")
  void oidcc_claims_essential_givesTheNameAtUserinfo() throws Exception {
    Map<String, String> request =
        app.requestWith("claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}");

    OIDCTokens tokens = app.tokens(app.signIn(request));

    given()
        .auth()
        .oauth2(token(tokens))
        .get("/oauth2/userinfo")
        .then()
        .body("name", equalTo("Alice Liddell"));
    assertThat(app.verified(tokens, request.get("nonce")).getStringClaim("name")).isNull();
  }

  private static void saysTheSame(Response info, OIDCTokens tokens) throws Exception {
    info.then()
        .statusCode(200)
        .header("Content-Type", containsString("application/json"))
        .header("Cache-Control", "no-store")
        .body("sub", equalTo(tokens.getIDToken().getJWTClaimsSet().getSubject()))
        .body("sub", not(equalTo("")));
  }

  private static String token(OIDCTokens tokens) {
    return tokens.getBearerAccessToken().getValue();
  }
}
