package dev.gatehouse.org.organization;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.etag;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static dev.gatehouse.org.OrgApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ChangingOrganizationsTest {

  private static final String TOPIC = "gatehouse.organizations";

  @Test
  void aChangeIsBasedOnWhatWasRead() {
    String id = organization();
    String read = etag("/v1/organizations/{id}", id);

    asOperator()
        .body(Map.of("name", "No precondition"))
        .patch("/v1/organizations/{id}", id)
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition_required"));
    asOperator()
        .header("If-Match", read)
        .body(Map.of("name", "New name"))
        .patch("/v1/organizations/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", not(read))
        .body("name", equalTo("New name"));
    asOperator()
        .header("If-Match", read)
        .body(Map.of("name", "Too late"))
        .patch("/v1/organizations/{id}", id)
        .then()
        .statusCode(412)
        .body("code", equalTo("precondition_failed"));

    eventsOf(id, TOPIC, "organization", "OrganizationCreated", "OrganizationUpdated");
    Map<String, Object> audit =
        auditOf(id, "organization.changed", "organization.created").getFirst();
    assertThat(audit.get("after")).asString().contains("New name");
  }

  @Test
  void onlyOperatorsChangeTheExternalId() {
    String id = organization();
    String member = memberWith(id, "org:sys_profile:manage");

    asMember(id, member)
        .header("If-Match", "*")
        .body(Map.of("name", "Renamed by a member"))
        .patch("/v1/organizations/{id}", id)
        .then()
        .statusCode(200);
    asMember(id, member)
        .header("If-Match", "*")
        .body(Map.of("externalId", unique("someone-elses")))
        .patch("/v1/organizations/{id}", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("operators_only"));
  }

  @Test
  void theSwitchTellsEverybodyOnce() {
    String id = organization();
    asOperator()
        .put("/v1/organizations/{id}/self-serve-sso", id)
        .then()
        .statusCode(200)
        .body("selfServeSso", equalTo(true));
    asOperator().put("/v1/organizations/{id}/self-serve-sso", id).then().statusCode(200);
    asOperator()
        .delete("/v1/organizations/{id}/self-serve-sso", id)
        .then()
        .statusCode(200)
        .body("selfServeSso", equalTo(false));

    eventsOf(
        id,
        TOPIC,
        "organization",
        "OrganizationCreated",
        "SelfServeSsoEnabled",
        "SelfServeSsoDisabled");
    auditOf(id, "self_serve_sso.disabled", "self_serve_sso.enabled", "organization.created");
  }

  @Test
  void searchesNamesAndSlugsAndExternalIdsPageByPage() {
    String word = unique("findme");
    for (int i = 0; i < 3; i++) {
      asOperator()
          .body(Map.of("name", word + " 100%", "externalId", word + i))
          .post("/v1/organizations");
    }
    var first =
        asOperator()
            .queryParam("search", word.toUpperCase(java.util.Locale.ROOT) + " 100%")
            .queryParam("limit", 2)
            .get("/v1/organizations")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<String> rest =
        asOperator()
            .queryParam("search", word)
            .queryParam("cursor", first.getString("next"))
            .get("/v1/organizations")
            .then()
            .extract()
            .path("items.externalId");

    assertThat(first.getList("items.externalId")).containsExactly(word + 0, word + 1);
    assertThat(rest).containsExactly(word + 2);
    asOperator()
        .queryParam("externalId", word + 1)
        .get("/v1/organizations")
        .then()
        .body("items.size()", equalTo(1));
    asOperator()
        .queryParam("search", "%")
        .queryParam("externalId", word + "%")
        .get("/v1/organizations")
        .then()
        .body("items.size()", equalTo(0));
  }
}
