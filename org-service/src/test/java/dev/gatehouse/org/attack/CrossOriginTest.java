package dev.gatehouse.org.attack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Only registered origins may read answers, and never with credentials of the browser. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CrossOriginTest {

  @Test
  void aRegisteredOriginMayCallWithABearerToken() {
    given()
        .header("Origin", "https://app.example")
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", "authorization,if-match")
        .options("/v1/organizations")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://app.example")
        .header("Access-Control-Allow-Credentials", not(equalTo("true")));
  }

  @Test
  void anotherOriginMayNot() {
    given()
        .header("Origin", "https://evil.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/v1/organizations")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
