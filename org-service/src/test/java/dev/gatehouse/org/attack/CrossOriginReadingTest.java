package dev.gatehouse.org.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of an origin that nobody registered reads nothing of the API, by whatever way. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CrossOriginReadingTest {
  private static final String EVIL = "https://evil.example";

  /** The ways around the paths that are open to every origin. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/organizations",
        "/v1/sessions/current",
        "/elements/gatehouse.js/../../v1/organizations",
        "/elements/gatehouse.js/..%2f..%2fv1/organizations",
        "/elements/gatehouse.js;/v1/organizations",
        "/v1/organizations?/elements/gatehouse.js",
        "/v1/organizations/elements/gatehouse.js",
        "/elements/gatehouse.json",
        "/elements/gatehouse-nl.js",
        "/elements/gatehouse-de.js/../../v1/organizations",
      })
  void refusesAnUnregisteredOrigin(String path) {
    Response answer = given().urlEncodingEnabled(false).header("Origin", EVIL).get(path);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void opensTheModulesForReadingOnly(String method) {
    Response answer =
        given()
            .header("Origin", EVIL)
            .header("Access-Control-Request-Method", "POST")
            .request(method, "/elements/gatehouse.js");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }
}
