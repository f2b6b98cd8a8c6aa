package dev.gatehouse.org.elements;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

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

  @Test
  void doesNotConfuseCompressedAndPlainVersions() {
    String gzipped =
        given().header("Accept-Encoding", "gzip").get("/elements/gatehouse.js").header("ETag");
    given()
        .header("Accept-Encoding", "identity")
        .header("If-None-Match", gzipped)
        .get("/elements/gatehouse.js")
        .then()
        .statusCode(200)
        .header("Vary", containsString("Accept-Encoding"));
  }
}
