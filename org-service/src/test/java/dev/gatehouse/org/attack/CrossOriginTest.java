package dev.gatehouse.org.attack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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

  /**
   * The browser names its origin in every POST, and a service behind the front door has another.
   */
  @Test
  void ourOwnPagesMayCall() {
    given()
        .header("Origin", AdminTokens.PUBLIC_URL)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/json")
        .body("{\"link\": \"lnk_x.y\"}")
        .post("/v1/setup-links/exchange")
        .then()
        .statusCode(404)
        .body("code", equalTo("setup_link_invalid"));
  }

  @Test
  void aRegisteredOriginMaySendEveryHeaderOfTheApiAndReadItsAnswers() {
    for (String path : List.of("/v1/organizations/x", "/v1/setup-links", "/v1/sessions/current")) {
      given()
          .header("Origin", "https://app.example")
          .header("Access-Control-Request-Method", "PATCH")
          .header(
              "Access-Control-Request-Headers",
              "authorization,content-type,if-match,idempotency-key,last-event-id")
          .options(path)
          .then()
          .statusCode(200)
          .header("Access-Control-Allow-Origin", "https://app.example")
          .header("Access-Control-Allow-Headers", containsString("idempotency-key"))
          .header("Access-Control-Allow-Headers", containsString("if-match"));
    }
    given()
        .header("Origin", "https://app.example")
        .get("/v1/sessions/current")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", "https://app.example")
        .header("Access-Control-Expose-Headers", containsString("etag"))
        .header("Access-Control-Expose-Headers", containsString("retry-after"))
        .header("Access-Control-Allow-Credentials", not(equalTo("true")));
  }
}
