package dev.gatehouse.org.role;

import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ManagingRolesTest {

  private static final String ONE = "/v1/roles/{o}/{key}";

  @Test
  void changingWhatARoleAllowsTellsOfEachOfItsMembers() {
    String organization = organization();
    create(organization, "org:it", "org:billing:read").then().statusCode(201);
    String alice = member(organization, "alice@acme.example", "org:it");
    String bob = member(organization, "bob@acme.example", "org:member");

    asOperator()
        .header("If-Match", "\"1\"")
        .body(Map.of("permissions", List.of("org:sys_entconns:manage", "org:billing:read")))
        .patch(ONE, organization, "org:it")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("permissions", contains("org:billing:read", "org:sys_entconns:manage"));

    assertThat(
            eventsOf(
                    alice,
                    "gatehouse.memberships",
                    "membership",
                    "MembershipGranted",
                    "MembershipChanged")
                .getLast())
        .contains("org:sys_entconns:manage", "\"version\":2");
    eventsOf(bob, "gatehouse.memberships", "membership", "MembershipGranted");
    assertThat(
            auditOf(
                    organization,
                    "role.changed",
                    "membership.granted",
                    "membership.granted",
                    "role.created",
                    "organization.created")
                .getFirst())
        .containsEntry("subject", "org:it");
  }

  @Test
  void aStaleChangeIsRefused() {
    String organization = organization();
    create(organization, "org:it", "org:billing:read");

    asOperator()
        .header("If-Match", "\"7\"")
        .body(Map.of("name", "IT"))
        .patch(ONE, organization, "org:it")
        .then()
        .statusCode(412);
    asOperator()
        .body(Map.of("name", "IT"))
        .patch(ONE, organization, "org:it")
        .then()
        .statusCode(428);
  }

  @Test
  void builtInRolesAreListedAndNeverChanged() {
    String organization = organization();
    create(organization, "org:it", "org:billing:read");

    asOperator()
        .queryParam("organization", organization)
        .get("/v1/roles")
        .then()
        .statusCode(200)
        .body("items.key", contains("org:admin", "org:member", "org:it"))
        .body("items.builtIn", contains(true, true, false));
    asOperator()
        .header("If-Match", "*")
        .body(Map.of("name", "Boss"))
        .patch(ONE, organization, "org:admin")
        .then()
        .statusCode(409)
        .body("code", equalTo("role_built_in"));
    create(organization, "org:admin", "org:billing:read")
        .then()
        .statusCode(409)
        .body("code", equalTo("role_exists"));
  }

  @Test
  void aKeyNamesOneRoleOfAnOrganization() {
    String organization = organization();
    create(organization, "org:it", "org:billing:read").then().statusCode(201);

    create(organization, "org:it", "org:billing:read")
        .then()
        .statusCode(409)
        .body("code", equalTo("role_exists"));
    create(organization(), "org:it", "org:billing:read").then().statusCode(201);
  }

  @Test
  void permissionsOfOursMustExistAndOthersMustBeSpelledAlike() {
    String organization = organization();
    create(organization, "org:a", "org:sys_everything:manage")
        .then()
        .statusCode(422)
        .body("code", equalTo("permission_unknown"))
        .body("permission", equalTo("org:sys_everything:manage"));
    create(organization, "org:a", "billing").then().statusCode(422);
  }

  @Test
  void aRoleThatSomebodyHasIsNotDeleted() {
    String organization = organization();
    create(organization, "org:it", "org:billing:read");
    String alice = member(organization, "alice@acme.example", "org:it");

    asOperator()
        .delete(ONE, organization, "org:it")
        .then()
        .statusCode(409)
        .body("code", equalTo("role_in_use"))
        .body("members", equalTo(1));
    asOperator()
        .delete("/v1/organizations/{o}/members/{m}", organization, alice)
        .then()
        .statusCode(204);
    asOperator().delete(ONE, organization, "org:it").then().statusCode(204);
    asOperator().delete(ONE, organization, "org:it").then().statusCode(404);
  }

  private static io.restassured.response.Response create(
      String organization, String key, String permission) {
    return asOperator()
        .body(
            Map.of(
                "organization",
                organization,
                "key",
                key,
                "name",
                "A role",
                "permissions",
                List.of(permission)))
        .post("/v1/roles");
  }
}
