package dev.gatehouse.sandbox.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What Brightdesk's pages do without a Gatehouse; with one, the end-to-end tests use them. */
@QuarkusTest
class EmbedPagesTest {
  @Test
  void handsNoTokenToABrowserThatChoseNobody() {
    given().get("/app/organization/token").then().statusCode(401);
    given()
        .cookie("brightdesk-viewer", "made-up")
        .get("/app/organization/token")
        .then()
        .statusCode(401);
  }

  @Test
  void allowsScriptsOfGatehouseAndNobodyElseOnItsEmbeddingPages() {
    var answer = given().get("/app/staff");
    assertThat(answer.getHeader("Content-Security-Policy"))
        .contains("script-src 'self' http://localhost:8080;")
        .contains("connect-src 'self' http://localhost:8080;")
        .doesNotContain("unsafe-inline");
    assertThat(given().get("/app").getHeader("Content-Security-Policy"))
        .doesNotContain("localhost:8080");
  }

  @Test
  void saysWhenGatehouseDoesNotAnswer() {
    assertThat(given().get("/app/organization").asString()).contains("Is Gatehouse running");
    given().get("/app/staff/token").then().statusCode(502);
  }
}
