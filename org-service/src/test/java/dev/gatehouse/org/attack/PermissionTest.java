package dev.gatehouse.org.attack;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members of the right organization try what their role does not allow. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class PermissionTest {

  @Test
  void membersWithoutThePermissionAreTurnedAway() {
    String organization = organization();
    String alice = member(organization, "alice@acme.example", "org:admin");
    String nobody = memberWith(organization);
    String one = "/v1/organizations/" + organization;
    String roles = "/v1/roles/" + organization + "/org:x";

    denied(organization, nobody, Method.PATCH, one, Map.of("name", "x"));
    denied(organization, nobody, Method.GET, one + "/members", Map.of());
    denied(organization, nobody, Method.GET, one + "/members/" + alice, Map.of());
    denied(organization, nobody, Method.POST, one + "/members", Map.of("email", "x@y.example"));
    denied(organization, nobody, Method.PATCH, one + "/members/" + alice, Map.of("role", "a"));
    denied(organization, nobody, Method.DELETE, one + "/members/" + alice, Map.of());
    denied(organization, nobody, Method.GET, "/v1/roles?organization=" + organization, Map.of());
    denied(organization, nobody, Method.PATCH, roles, Map.of("name", "x"));
    denied(organization, nobody, Method.DELETE, roles, Map.of());
    denied(organization, nobody, Method.GET, "/v1/audit?organization=" + organization, Map.of());
    asMember(organization, nobody).get(one).then().statusCode(200);
  }

  @Test
  void evenAdministratorsAreNoOperators() {
    String organization = organization();
    String admin = member(organization, "admin@acme.example", "org:admin");
    String one = "/v1/organizations/" + organization;
    Map<String, ?> session = Map.of("organization", organization, "member", admin);

    operatorsOnly(organization, admin, Method.POST, "/v1/organizations", Map.of("name", "x"));
    operatorsOnly(organization, admin, Method.GET, "/v1/organizations", Map.of());
    operatorsOnly(organization, admin, Method.DELETE, one, Map.of());
    operatorsOnly(organization, admin, Method.PUT, one + "/self-serve-sso", Map.of());
    operatorsOnly(organization, admin, Method.DELETE, one + "/self-serve-sso", Map.of());
    operatorsOnly(organization, admin, Method.POST, "/v1/organizations/republish", Map.of());
    operatorsOnly(organization, admin, Method.POST, "/v1/api-clients", Map.of("name", "x"));
    operatorsOnly(organization, admin, Method.GET, "/v1/api-clients", Map.of());
    operatorsOnly(organization, admin, Method.POST, "/v1/sessions", session);
    operatorsOnly(organization, admin, Method.GET, "/v1/audit", Map.of());
  }

  /** Who may manage members could otherwise make themselves whatever they like. */
  @Test
  void nobodyGivesAPermissionThatTheyDoNotHave() {
    String organization = organization();
    String manager =
        memberWith(organization, "org:sys_memberships:manage", "org:sys_memberships:read");
    String members = "/v1/organizations/" + organization + "/members";
    String own = asOperator().get(members + "/" + manager).then().extract().path("role");
    String role = "/v1/roles/" + organization + "/" + own;
    List<String> more = List.of("org:sys_memberships:manage", "org:sys_entconns:manage");

    denied(
        organization, manager, Method.PATCH, members + "/" + manager, Map.of("role", "org:admin"));
    denied(
        organization,
        manager,
        Method.POST,
        members,
        Map.of("email", "accomplice@acme.example", "role", "org:admin"));
    denied(organization, manager, Method.PATCH, role, Map.of("permissions", more));
    denied(
        organization,
        manager,
        Method.POST,
        "/v1/roles",
        Map.of("organization", organization, "key", "org:x", "name", "X", "permissions", more));
  }

  /** With it a user of the platform would act as this member. */
  @Test
  void membersDoNotDecideWhichPlatformUserAMemberIs() {
    String organization = organization();
    String admin = member(organization, "admin@acme.example", "org:admin");
    String members = "/v1/organizations/" + organization + "/members";
    Map<String, ?> body = Map.of("email", "new@acme.example", "externalId", "user-1");

    operatorsOnly(organization, admin, Method.POST, members, body);
    operatorsOnly(
        organization, admin, Method.PATCH, members + "/" + admin, Map.of("externalId", "user-1"));
  }

  private static void denied(
      String organization, String member, Method method, String path, Map<String, ?> body) {
    refused("permission_denied", organization, member, method, path, body);
  }

  private static void operatorsOnly(
      String organization, String member, Method method, String path, Map<String, ?> body) {
    refused("operators_only", organization, member, method, path, body);
  }

  private static void refused(
      String code,
      String organization,
      String member,
      Method method,
      String path,
      Map<String, ?> body) {
    Response answer =
        asMember(organization, member).header("If-Match", "*").body(body).request(method, path);
    assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(403);
    answer.then().body("code", equalTo(code));
  }
}
