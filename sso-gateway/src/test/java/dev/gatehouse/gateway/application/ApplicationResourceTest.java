package dev.gatehouse.gateway.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ApplicationResourceTest {

  @Test
  void registersAndShowsTheSecretOnce() {
    Response created =
        operator()
            .body("{\"name\":\"Demo\",\"redirectUris\":[\"https://app.example/callback\"]}")
            .post("/v1/applications");

    created
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("clientId", equalTo(created.path("id")))
        .body("clientSecret", hasLength(43))
        .body("clientType", equalTo("confidential"))
        .body("idTokenSignedResponseAlg", equalTo("RS256"));
    operator()
        .get("/v1/applications/{id}", created.<String>path("id"))
        .then()
        .statusCode(200)
        .body("clientSecret", nullValue())
        .body("redirectUris", hasItem("https://app.example/callback"));
  }

  @Test
  void aRetryWithTheSameKeyGetsTheSameSecret() {
    Map<String, Object> body = application();

    Response first =
        operator().header("Idempotency-Key", "k-1").body(body).post("/v1/applications");
    Response second =
        operator().header("Idempotency-Key", "k-1").body(body).post("/v1/applications");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    operator()
        .header("Idempotency-Key", "k-1")
        .body(Map.of("name", "Other", "redirectUris", body.get("redirectUris")))
        .post("/v1/applications")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency_key_reused"));
  }

  @Test
  void changesOnlyFromThePresentVersion() {
    String id = operator().body(application()).post("/v1/applications").path("id");

    operator()
        .body(Map.of("idTokenSignedResponseAlg", "ES256"))
        .patch("/v1/applications/{id}", id)
        .then()
        .statusCode(428);
    operator()
        .header("If-Match", "\"1\"")
        .body(Map.of("idTokenSignedResponseAlg", "ES256"))
        .patch("/v1/applications/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("idTokenSignedResponseAlg", equalTo("ES256"));
    operator()
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "Late"))
        .patch("/v1/applications/{id}", id)
        .then()
        .statusCode(412);
  }

  @Test
  void saysInTheAskedLanguageWhichRedirectUriIsNotAcceptable() {
    operator()
        .header("Accept-Language", "fr-CA")
        .body("{\"name\":\"Demo\",\"redirectUris\":[\"https://*.example/\"]}")
        .post("/v1/applications")
        .then()
        .header("Content-Language", "fr")
        .body("title", equalTo("L’URI de redirection n’est pas acceptable"))
        .body("detail", endsWith("Ce n’est pas le cas de : https://*.example/"));
  }

  @Test
  void refusesAnUnacceptableRedirectUri() {
    operator()
        .body("{\"name\":\"Demo\",\"redirectUris\":[\"https://*.example/\"]}")
        .post("/v1/applications")
        .then()
        .statusCode(422)
        .body("code", equalTo("redirect_uri_invalid"));
    operator()
        .body("{\"name\":\"Demo\",\"redirectUris\":[]}")
        .post("/v1/applications")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_request"));
  }

  @Test
  void hasTwoSecretsAtMostAndOneAtLeast() {
    String id = operator().body(application()).post("/v1/applications").path("id");

    operator().post("/v1/applications/{id}/secrets", id).then().statusCode(201);
    operator().post("/v1/applications/{id}/secrets", id).then().statusCode(409);
    Response list = operator().get("/v1/applications/{id}/secrets", id);
    list.then().body("items", hasSize(2));
    String first = list.path("items[0].id");
    String second = list.path("items[1].id");

    operator().delete("/v1/applications/{id}/secrets/{s}", id, first).then().statusCode(204);
    operator().delete("/v1/applications/{id}/secrets/{s}", id, second).then().statusCode(404);
  }

  @Test
  void aDeletedApplicationIsGone() {
    String id = operator().body(application()).post("/v1/applications").path("id");

    operator().delete("/v1/applications/{id}", id).then().statusCode(204);

    operator().get("/v1/applications/{id}", id).then().statusCode(404);
    operator().delete("/v1/applications/{id}", id).then().statusCode(404);
  }

  @Test
  void pagesThroughAll() {
    operator().body(application()).post("/v1/applications");
    operator().body(application()).post("/v1/applications");

    Response page = operator().queryParam("limit", 1).get("/v1/applications");

    page.then().body("items", hasSize(1));
    operator()
        .queryParam("limit", 1)
        .queryParam("cursor", page.<String>path("next"))
        .get("/v1/applications")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void writesAnAuditRecordWithoutSecrets() {
    Response created = operator().body(application()).post("/v1/applications");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(Topic.of("gatehouse.audit").events())
                .filteredOn(event -> event.data().contains(created.<String>path("id")))
                .singleElement()
                .satisfies(event -> {
                  assertThat(EventContracts.violations("audit", event.data())).isEmpty();
                  assertThat(event.data()).doesNotContain(created.<String>path("clientSecret"));
                }));
  }

  @Test
  void onlyOperatorsMayCall() {
    given().get("/v1/applications").then().statusCode(401);
    given()
        .auth()
        .oauth2(AdminTokens.ofGateway("per_ccccccccccccccccccccccccca"))
        .get("/v1/applications")
        .then()
        .statusCode(401);
    given().auth().oauth2("opaque").get("/v1/applications").then().statusCode(401);
    given()
        .auth()
        .oauth2(
            AdminTokens.member("org_aaaaaaaaaaaaaaaaaaaaaaaaaa", "mem_bbbbbbbbbbbbbbbbbbbbbbbbba"))
        .get("/v1/applications")
        .then()
        .statusCode(403)
        .body("code", equalTo("operators_only"));
  }

  private static Map<String, Object> application() {
    return Map.of("name", "Demo", "redirectUris", new String[] {"https://app.example/callback"});
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(AdminTokens.operator()).contentType("application/json");
  }
}
