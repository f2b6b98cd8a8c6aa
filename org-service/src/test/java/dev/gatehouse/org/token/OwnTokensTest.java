package dev.gatehouse.org.token;

import static dev.gatehouse.org.OrgApi.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnIssuer.class)
@QuarkusTestResource(PostgresAndKafka.class)
class OwnTokensTest {

  @Test
  void aClientsTokenAndTheSessionItOpensWorkUntilTheyExpire() {
    String operator =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "operator")
            .formParam("client_secret", "a-bootstrap-secret-for-tests-only")
            .post("/v1/oauth/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    String organization =
        as(operator)
            .body(Map.of("name", "Acme"))
            .post("/v1/organizations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String member =
        as(operator)
            .body(Map.of("email", "alice@acme.example", "role", "org:admin"))
            .post("/v1/organizations/{o}/members", organization)
            .then()
            .extract()
            .path("id");
    String session =
        as(operator)
            .body(Map.of("organization", organization, "member", member))
            .post("/v1/sessions")
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("expiresAt", notNullValue())
            .extract()
            .path("token");

    as(session)
        .get("/v1/organizations/{o}/members/{m}", organization, member)
        .then()
        .statusCode(200)
        .body("email", equalTo("alice@acme.example"));
    as(session).body(Map.of("name", "Mine")).post("/v1/organizations").then().statusCode(403);

    as(operator)
        .delete("/v1/organizations/{o}/members/{m}", organization, member)
        .then()
        .statusCode(204);
    as(session).get("/v1/organizations/{o}", organization).then().statusCode(404);
    as(operator)
        .body(Map.of("organization", organization, "member", member))
        .post("/v1/sessions")
        .then()
        .statusCode(404);
  }

  /** From the link in a mail to a call of the API, with the real tokens on both sides. */
  @Test
  void aSetupLinksTokenOpensItsOrganizationAndNothingElse() {
    String operator =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "operator")
            .formParam("client_secret", "a-bootstrap-secret-for-tests-only")
            .post("/v1/oauth/token")
            .path("access_token");
    String organization =
        as(operator).body(Map.of("name", "Linked")).post("/v1/organizations").path("id");
    String url =
        as(operator)
            .body(
                Map.of(
                    "organization",
                    organization,
                    "recipientName",
                    "Ada",
                    "steps",
                    List.of("domains", "test")))
            .post("/v1/setup-links")
            .path("url");
    String token =
        given()
            .contentType("application/json")
            .body(Map.of("link", url.substring(url.indexOf('#') + 1)))
            .post("/v1/setup-links/exchange")
            .then()
            .statusCode(200)
            .extract()
            .path("token");

    as(token)
        .get("/v1/sessions/current")
        .then()
        .statusCode(200)
        .body("kind", equalTo("setup_link"))
        .body("organization", equalTo(organization))
        .body("steps", equalTo(List.of("domains", "test")));
    as(token).get("/v1/organizations/{o}", organization).then().statusCode(200);
    as(token).get("/v1/organizations/{o}/members", organization).then().statusCode(403);
    as(token).get("/v1/organizations").then().statusCode(403);
  }

  @Test
  void anExpiredTokenOpensNothing() {
    given().contentType("application/json").body("{\"offset\":\"-PT6M\"}").put("/test/clock");
    String old =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "operator")
            .formParam("client_secret", "a-bootstrap-secret-for-tests-only")
            .post("/v1/oauth/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    given().delete("/test/clock");

    as(old).get("/v1/organizations").then().statusCode(401);
  }
}
