package dev.gatehouse.org.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CreatingOrganizationsTest {

  @Test
  void anOperatorCreatesAnOrganizationAndEverybodyHearsOfIt() {
    String id =
        given()
            .auth()
            .oauth2(AdminTokens.operator())
            .contentType(ContentType.JSON)
            .body(Map.of("name", "Acme Société"))
            .post("/v1/organizations")
            .then()
            .log()
            .all()
            .statusCode(201)
            .extract()
            .path("id");
    given()
        .auth()
        .oauth2(AdminTokens.operator())
        .get("/v1/organizations/" + id)
        .then()
        .log()
        .all()
        .statusCode(200);
    await()
        .untilAsserted(() ->
            assertThat(Topic.of("gatehouse.organizations").events())
                .anySatisfy(seen -> {
                  assertThat(seen.key()).isEqualTo(id);
                  assertThat(EventContracts.violations("organization", seen.data())).isEmpty();
                }));
  }

  @Test
  void nobodyCreatesAnOrganizationWithoutAToken() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "Acme"))
        .post("/v1/organizations")
        .then()
        .log()
        .all()
        .statusCode(401);
  }

  @Test
  void listsWhatIsWrong() {
    given()
        .auth()
        .oauth2(AdminTokens.operator())
        .contentType(ContentType.JSON)
        .body(Map.of("name", " ", "slug", "NO!"))
        .post("/v1/organizations")
        .then()
        .log()
        .all()
        .statusCode(400);
    given()
        .auth()
        .oauth2(AdminTokens.operatorIdToken())
        .contentType(ContentType.JSON)
        .body("{oops")
        .post("/v1/organizations")
        .then()
        .log()
        .all()
        .statusCode(400);
    given()
        .auth()
        .oauth2(AdminTokens.ofGateway("per_x"))
        .get("/v1/organizations/org_x")
        .then()
        .log()
        .all()
        .statusCode(400);
    given()
        .auth()
        .oauth2(AdminTokens.ofGateway("per_x"))
        .get("/v1/organizations/org_aaaaaaaaaaaaaaaaaaaaaaaaaa")
        .then()
        .log()
        .all()
        .statusCode(401);
  }
}
