package dev.gatehouse.org.apiclient;

import static dev.gatehouse.org.OrgApi.asOperator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ClientCredentialsTest {

  private static final String BOOTSTRAP = "operator";
  private static final String SECRET = "a-bootstrap-secret-for-tests-only";

  @Test
  void theClientFromConfigurationGetsAnAccessTokenAsRfc9068Says() throws Exception {
    String token =
        form()
            .auth()
            .preemptive()
            .basic(BOOTSTRAP, SECRET)
            .post("/v1/oauth/token")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("token_type", equalTo("Bearer"))
            .body("expires_in", equalTo(300))
            .body("scope", equalTo("operator"))
            .extract()
            .path("access_token");

    SignedJWT jwt = SignedJWT.parse(token);
    var claims = jwt.getJWTClaimsSet();
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(claims.getIssuer()).isEqualTo(AdminTokens.PUBLIC_URL + "/v1/oauth");
    assertThat(claims.getAudience()).containsExactly("urn:gatehouse:admin");
    assertThat(claims.getSubject()).isEqualTo(BOOTSTRAP);
    assertThat(claims.getStringClaim("client_id")).isEqualTo(BOOTSTRAP);
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(300_000);
    JWK key = published().getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    assertThat(key.isPrivate()).isFalse();
  }

  @Test
  void theMetadataLeadsToTheKeys() {
    given()
        .get("/v1/oauth/.well-known/openid-configuration")
        .then()
        .statusCode(200)
        .body("issuer", equalTo(AdminTokens.PUBLIC_URL + "/v1/oauth"))
        .body("jwks_uri", equalTo(AdminTokens.PUBLIC_URL + "/v1/oauth/jwks"))
        .body("grant_types_supported", hasItem("client_credentials"));
  }

  @Test
  void aClientThatAnOperatorMadeWorksUntilItIsDeleted() {
    JsonPath client =
        asOperator()
            .body(Map.of("name", "CI"))
            .post("/v1/api-clients")
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("clientId", startsWith("cli_"))
            .body("clientSecret", notNullValue())
            .extract()
            .jsonPath();
    String id = client.getString("clientId");
    String secret = client.getString("clientSecret");

    post(id, secret).then().statusCode(200);
    asOperator()
        .get("/v1/api-clients")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("CI"))
        .body("items.clientSecret", everyItem(nullValue()));
    post(id, secret + "x").then().statusCode(401).body("error", equalTo("invalid_client"));
    asOperator().delete("/v1/api-clients/{id}", id).then().statusCode(204);
    post(id, secret).then().statusCode(401);
    asOperator().delete("/v1/api-clients/{id}", id).then().statusCode(404);
  }

  @Test
  void aRetriedCreationShowsTheSameSecret() {
    String first = createdOnce("one-key");
    assertThat(createdOnce("one-key")).isEqualTo(first);
    assertThat(createdOnce("another-key")).isNotEqualTo(first);
  }

  @Test
  void refusesAsOauthSays() {
    post(BOOTSTRAP, "wrong")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Basic"))
        .body("error", equalTo("invalid_client"));
    post("nobody", SECRET).then().statusCode(401);
    form().post("/v1/oauth/token").then().statusCode(401);
    form()
        .auth()
        .preemptive()
        .basic(BOOTSTRAP, SECRET)
        .formParam("client_secret", SECRET)
        .post("/v1/oauth/token")
        .then()
        .statusCode(401);
    given()
        .formParam("grant_type", "password")
        .post("/v1/oauth/token")
        .then()
        .statusCode(400)
        .contentType(not("application/problem+json"))
        .body("error", equalTo("unsupported_grant_type"));
    given()
        .formParam("client_id", BOOTSTRAP)
        .post("/v1/oauth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
    form()
        .formParam("scope", "everything")
        .formParam("client_id", BOOTSTRAP)
        .formParam("client_secret", SECRET)
        .post("/v1/oauth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_scope"));
  }

  private static String createdOnce(String key) {
    return asOperator()
        .header("Idempotency-Key", "client-" + key)
        .body(Map.of("name", "Retried"))
        .post("/v1/api-clients")
        .then()
        .statusCode(201)
        .extract()
        .path("clientSecret");
  }

  private static io.restassured.response.Response post(String id, String secret) {
    return form()
        .formParam("client_id", id)
        .formParam("client_secret", secret)
        .post("/v1/oauth/token");
  }

  private static RequestSpecification form() {
    return given().formParam("grant_type", "client_credentials");
  }

  private static JWKSet published() throws java.text.ParseException {
    return JWKSet.parse(given().get("/v1/oauth/jwks").then().statusCode(200).extract().asString());
  }
}
