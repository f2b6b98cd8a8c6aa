package dev.gatehouse.org.attack;

import static dev.gatehouse.org.OrgApi.as;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Right issuer, right audience, right key, but not an access token (RFC 9068 section 4). */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class IdTokenAsAccessTokenTest {

  @Test
  void isRefused() {
    as(AdminTokens.operatorIdToken())
        .get("/v1/organizations")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }
}
