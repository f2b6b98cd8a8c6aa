package dev.gatehouse.org.membership;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class LastAdministratorTest {

  private static final String ONE = "/v1/organizations/{o}/members/{m}";

  @Test
  void membersCannotRemoveOrDemoteTheLastWhoCanManageMembers() {
    String organization = organization();
    String admin = member(organization, "admin@acme.example", "org:admin");

    asMember(organization, admin)
        .delete(ONE, organization, admin)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_admin"));
    asMember(organization, admin)
        .header("If-Match", "*")
        .body(Map.of("role", "org:member"))
        .patch(ONE, organization, admin)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_admin"));
  }

  @Test
  void membersCannotTakeThePermissionFromTheLastRoleThatHasIt() {
    String organization = organization();
    String manager = memberWith(organization, "org:sys_memberships:manage");
    String role = asOperator().get(ONE, organization, manager).then().extract().path("role");

    asMember(organization, manager)
        .header("If-Match", "*")
        .body(Map.of("permissions", List.of()))
        .patch("/v1/roles/{o}/{r}", organization, role)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_admin"));
  }

  @Test
  void oneOfTwoMayGo() {
    String organization = organization();
    String first = member(organization, "first@acme.example", "org:admin");
    member(organization, "second@acme.example", "org:admin");

    asMember(organization, first).delete(ONE, organization, first).then().statusCode(204);
  }

  @Test
  void operatorsMayRemoveTheLastOne() {
    String organization = organization();
    String admin = member(organization, "admin@acme.example", "org:admin");

    asOperator().delete(ONE, organization, admin).then().statusCode(204);
  }
}
