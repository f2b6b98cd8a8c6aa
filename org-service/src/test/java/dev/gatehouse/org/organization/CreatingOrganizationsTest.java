package dev.gatehouse.org.organization;

import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CreatingOrganizationsTest {

  @Test
  void everybodyHearsOfANewOrganization() {
    String id =
        asOperator()
            .body(Map.of("name", "Fährhaus & Söhne", "externalId", unique("customer")))
            .post("/v1/organizations")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .header("Location", startsWith("/v1/organizations/org_"))
            .body("slug", startsWith("fahrhaus-sohne"))
            .body("selfServeSso", equalTo(false))
            .extract()
            .path("id");

    assertThat(eventsOf(id, "gatehouse.organizations", "organization", "OrganizationCreated"))
        .singleElement()
        .asString()
        .contains("\"version\":1");
    assertThat(auditOf(id, "organization.created").getFirst())
        .containsEntry("actor", "operator:operator")
        .containsEntry("subject", id);
  }

  @Test
  void aNameThatIsTakenGetsADifferentSlug() {
    String name = unique("Twin");
    String first = slugOfNew(name);
    String second = slugOfNew(name);

    assertThat(second).startsWith(first + "-").isNotEqualTo(first);
  }

  @Test
  void aTakenSlugIsRefusedByTheDatabase() {
    String slug = unique("taken").toLowerCase(java.util.Locale.ROOT);
    asOperator().body(Map.of("name", "One", "slug", slug)).post("/v1/organizations");

    asOperator()
        .body(Map.of("name", "Two", "slug", slug))
        .post("/v1/organizations")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("slug_taken"));
  }

  @Test
  void aTakenExternalIdIsRefused() {
    String externalId = unique("customer");
    asOperator().body(Map.of("name", "One", "externalId", externalId)).post("/v1/organizations");

    asOperator()
        .body(Map.of("name", "Two", "externalId", externalId))
        .post("/v1/organizations")
        .then()
        .statusCode(409)
        .body("code", equalTo("external_id_taken"));
  }

  @Test
  void namesEveryInvalidField() {
    asOperator()
        .body(Map.of("name", " ", "slug", "NO!"))
        .post("/v1/organizations")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_request"))
        .body("errors.field", hasItems("name", "slug"));
  }

  @Test
  void aRetryWithTheSameIdempotencyKeyCreatesNothingAndAnswersTheSame() {
    String key = unique("key");
    Map<String, String> body = Map.of("name", unique("Once"));
    String first = createdWith(key, body);
    String second = createdWith(key, body);

    assertThat(second).isEqualTo(first);
    asOperator()
        .queryParam("search", body.get("name"))
        .get("/v1/organizations")
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void anIdempotencyKeyIsGoodForOneRequestOnly() {
    String key = unique("key");
    createdWith(key, Map.of("name", unique("First")));

    asOperator()
        .header("Idempotency-Key", key)
        .body(Map.of("name", unique("Other")))
        .post("/v1/organizations")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency_key_reused"));
  }

  private static String createdWith(String key, Map<String, String> body) {
    return asOperator()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/organizations")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .extract()
        .asString();
  }

  private static String slugOfNew(String name) {
    return asOperator()
        .body(Map.of("name", name))
        .post("/v1/organizations")
        .then()
        .statusCode(201)
        .extract()
        .path("slug");
  }
}
