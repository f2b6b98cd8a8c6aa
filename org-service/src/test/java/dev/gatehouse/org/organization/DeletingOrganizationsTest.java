package dev.gatehouse.org.organization;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class DeletingOrganizationsTest {

  @Test
  void nothingPersonalIsLeftAndNamesAreFreeAgain() {
    String slug = unique("gone").toLowerCase(Locale.ROOT);
    Map<String, String> acme = Map.of("name", "Gone Inc.", "slug", slug, "externalId", slug);
    String id = asOperator().body(acme).post("/v1/organizations").then().extract().path("id");
    String alice = member(id, "alice@gone.example", "org:admin");

    asOperator().delete("/v1/organizations/{id}", id).then().statusCode(204);

    String last =
        eventsOf(
                id,
                "gatehouse.organizations",
                "organization",
                "OrganizationCreated",
                "OrganizationDeleted")
            .getLast();
    assertThat(last).contains("\"status\":\"deleted\"").doesNotContain("Gone").doesNotContain(slug);
    String membership =
        eventsOf(
                alice,
                "gatehouse.memberships",
                "membership",
                "MembershipGranted",
                "MembershipRevoked")
            .getLast();
    assertThat(membership).contains("\"status\":\"deleted\"").doesNotContain("alice");
    asOperator().get("/v1/organizations/{id}", id).then().statusCode(404);
    asOperator().get("/v1/organizations/{id}/members", id).then().statusCode(404);
    asMember(id, alice).get("/v1/organizations/{id}", id).then().statusCode(404);
    asOperator().delete("/v1/organizations/{id}", id).then().statusCode(404);
    asOperator().body(acme).post("/v1/organizations").then().statusCode(201);
    asOperator()
        .queryParam("organization", id)
        .get("/v1/audit")
        .then()
        .statusCode(200)
        .body("items.action", hasItem("organization.created"));
  }
}
