package dev.gatehouse.org.attack;

import static dev.gatehouse.org.OrgApi.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens whose signature is gone, replaced or does not fit. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class UnsignedTokenTest {

  @Test
  void isRefused() {
    String[] parts = AdminTokens.operator().split("\\.", -1);
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));
    String other = AdminTokens.ofGateway("per_x").split("\\.", -1)[2];

    refused(none + "." + parts[1] + ".");
    refused(parts[0] + "." + parts[1] + ".");
    refused(parts[0] + "." + parts[1] + "." + other);
    refused("nonsense");
    given().get("/v1/organizations").then().statusCode(401);
  }

  private static void refused(String token) {
    as(token)
        .get("/v1/organizations")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }
}
