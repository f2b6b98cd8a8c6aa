package dev.gatehouse.org.membership;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.etag;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class InvitingMembersTest {

  private static final String MEMBERS = "/v1/organizations/{o}/members";
  private static final String ONE = MEMBERS + "/{m}";
  private static final String TOPIC = "gatehouse.memberships";

  @Test
  void aNewMemberHasTheDefaultRole() {
    String organization = organization();
    String id =
        asOperator()
            .body(Map.of("email", "Alice@ACME.example", "externalId", "user-17"))
            .post(MEMBERS, organization)
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("email", equalTo("Alice@acme.example"))
            .body("role", equalTo("org:member"))
            .body("permissions", contains("org:sys_memberships:read"))
            .body("status", equalTo("active"))
            .body("person", nullValue())
            .extract()
            .path("id");

    assertThat(eventsOf(id, TOPIC, "membership", "MembershipGranted").getFirst())
        .contains("\"externalId\":\"user-17\"", "\"email\":\"Alice@acme.example\"");
    assertThat(auditOf(organization, "membership.granted", "organization.created").getFirst())
        .asString()
        .doesNotContain("Alice@")
        .contains("A***@acme.example");
  }

  @Test
  void anEmailIsOneMemberHoweverItIsSpelled() {
    String organization = organization();
    member(organization, "alice@acme.example", "org:member");

    asOperator()
        .body(Map.of("email", "ALICE@acme.EXAMPLE"))
        .post(MEMBERS, organization)
        .then()
        .statusCode(409)
        .body("code", equalTo("member_exists"));
  }

  @Test
  void anExternalIdIsOneMemberOfAnOrganization() {
    String organization = organization();
    asOperator()
        .body(Map.of("email", "a@acme.example", "externalId", "u1"))
        .post(MEMBERS, organization);

    asOperator()
        .body(Map.of("email", "b@acme.example", "externalId", "u1"))
        .post(MEMBERS, organization)
        .then()
        .statusCode(409)
        .body("code", equalTo("external_id_taken"));
    asOperator()
        .body(Map.of("email", "b@acme.example", "externalId", "u1"))
        .post(MEMBERS, organization())
        .then()
        .statusCode(201);
  }

  @Test
  void anUnknownRoleIsRefused() {
    asOperator()
        .body(Map.of("email", "a@acme.example", "role", "org:nobody"))
        .post(MEMBERS, organization())
        .then()
        .statusCode(422)
        .body("code", equalTo("role_unknown"));
  }

  @Test
  void saysWhatIsWrongWithAnEmailWithoutRepeatingIt() {
    asOperator()
        .body(Map.of("email", "not-an-email"))
        .post(MEMBERS, organization())
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("email"));
  }

  @Test
  void aChangeOfRoleChangesPermissions() {
    String organization = organization();
    String id = member(organization, "alice@acme.example", "org:member");
    String read = etag(ONE, organization, id);

    asOperator()
        .header("If-Match", read)
        .body(Map.of("role", "org:admin"))
        .patch(ONE, organization, id)
        .then()
        .statusCode(200)
        .body("permissions", hasItem("org:sys_entconns:manage"));
    asOperator()
        .header("If-Match", read)
        .body(Map.of("role", "org:member"))
        .patch(ONE, organization, id)
        .then()
        .statusCode(412);
    asOperator()
        .body(Map.of("role", "org:member"))
        .patch(ONE, organization, id)
        .then()
        .statusCode(428);

    assertThat(eventsOf(id, TOPIC, "membership", "MembershipGranted", "MembershipChanged"))
        .last()
        .asString()
        .contains("org:sys_entconns:manage");
  }

  @Test
  void aRemovedMemberStaysAsABlockUntilInvitedAgain() {
    String organization = organization();
    String id = member(organization, "mallory@acme.example", "org:admin");

    asOperator().delete(ONE, organization, id).then().statusCode(204);
    asOperator().delete(ONE, organization, id).then().statusCode(204);
    asOperator()
        .get(ONE, organization, id)
        .then()
        .body("status", equalTo("revoked"))
        .body("permissions", empty());
    asMember(organization, id).get("/v1/organizations/{o}", organization).then().statusCode(404);
    asOperator()
        .header("If-Match", "*")
        .body(Map.of("role", "org:member"))
        .patch(ONE, organization, id)
        .then()
        .statusCode(409)
        .body("code", equalTo("member_revoked"));
    asOperator()
        .body(Map.of("email", "Mallory@acme.example"))
        .post(MEMBERS, organization)
        .then()
        .statusCode(201)
        .body("id", equalTo(id))
        .body("role", equalTo("org:member"))
        .body("status", equalTo("active"));

    assertThat(
            eventsOf(
                id,
                TOPIC,
                "membership",
                "MembershipGranted",
                "MembershipRevoked",
                "MembershipGranted"))
        .element(1)
        .asString()
        .contains("\"permissions\":[]", "mallory@acme.example");
  }

  @Test
  void listsMembersPageByPage() {
    String organization = organization();
    String first = member(organization, "a@acme.example", "org:member");
    String second = member(organization, "b@acme.example", "org:admin");

    String next =
        asOperator()
            .queryParam("limit", 1)
            .get(MEMBERS, organization)
            .then()
            .body("items.id", contains(first))
            .extract()
            .path("next");
    asOperator()
        .queryParam("cursor", next)
        .get(MEMBERS, organization)
        .then()
        .body("items.id", contains(second))
        .body("next", nullValue());
  }
}
