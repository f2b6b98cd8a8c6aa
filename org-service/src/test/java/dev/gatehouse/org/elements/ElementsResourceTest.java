package dev.gatehouse.org.elements;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ElementsResourceTest {

  @Test
  void handsOutTheModuleToAnybody() {
    given()
        .header("Accept-Encoding", "identity")
        .get("/elements/gatehouse.js")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/javascript"))
        .header("X-Content-Type-Options", "nosniff")
        .body(containsString("organization-profile"));
  }

  @Test
  void answersAKnownVersionWithoutSendingItAgain() {
    String tag =
        given().header("Accept-Encoding", "gzip").get("/elements/gatehouse.js").header("ETag");
    given()
        .header("Accept-Encoding", "gzip")
        .header("If-None-Match", tag)
        .get("/elements/gatehouse.js")
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .header("Cache-Control", containsString("max-age=300"));
  }

  /** The browser asks for them from the page's origin, as for the main module. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "ja"})
  void handsOutEveryLanguageInTheSameWay(String language) {
    String path = "/elements/gatehouse-" + language + ".js";
    given()
        .header("Origin", "https://nobody-knows.example")
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/javascript"))
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Cache-Control", containsString("max-age=300"))
        .body(containsString("problem.retry"));
    assertThat(given().get(path).header("ETag"))
        .isNotEqualTo(given().get("/elements/gatehouse.js").header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gatehouse-en.js", "gatehouse-nl.js", "other.js", "..%2fapplication.properties"})
  void handsOutNothingElse(String name) {
    given().urlEncodingEnabled(false).get("/elements/" + name).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://app.example", "https://nobody-knows.example", "null"})
  void loadsInPagesOfEveryOriginWithoutCredentials(String origin) {
    given()
        .header("Origin", origin)
        .get("/elements/gatehouse.js")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("Vary", "Accept-Encoding");
  }

  /** By the JDK's client: REST Assured asks for gzip whatever it is told. */
  @Test
  void doesNotConfuseCompressedAndPlainVersions() throws Exception {
    String gzipped =
        given().header("Accept-Encoding", "gzip").get("/elements/gatehouse.js").header("ETag");
    URI module =
        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/elements/gatehouse.js");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> plain =
          client.send(
              HttpRequest.newBuilder(module).header("If-None-Match", gzipped).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(plain.statusCode()).isEqualTo(200);
      assertThat(plain.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    }
  }
}
