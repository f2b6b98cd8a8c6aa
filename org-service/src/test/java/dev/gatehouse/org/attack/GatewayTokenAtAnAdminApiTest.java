package dev.gatehouse.org.attack;

import static dev.gatehouse.org.OrgApi.as;
import static dev.gatehouse.org.OrgApi.organization;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the gateway gives to applications opens userinfo and nothing else. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class GatewayTokenAtAnAdminApiTest {

  @Test
  void isNoCredentialHere() {
    String token = AdminTokens.ofGateway("per_aaaaaaaaaaaaaaaaaaaaaaaaaa");

    as(token)
        .get("/v1/organizations/{o}", organization())
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo("unauthenticated"));
    as(token).get("/v1/organizations").then().statusCode(401);
  }
}
