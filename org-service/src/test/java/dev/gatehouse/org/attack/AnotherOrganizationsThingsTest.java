package dev.gatehouse.org.attack;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An administrator of one organization tries another's: 404, as if it did not exist. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AnotherOrganizationsThingsTest {

  private static final Map<String, Object> ROLE =
      Map.of("key", "org:x", "name", "X", "permissions", List.of());

  @Test
  void areNotFoundWhateverIsTried() {
    String theirs = organization();
    String victim = member(theirs, "victim@acme.example", "org:admin");
    String mine = organization();
    String me = member(mine, "me@evil.example", "org:admin");

    for (Attempt attempt : attempts(theirs, victim)) {
      Response answer = attempt.as(mine, me);
      assertThat(answer.statusCode()).as(attempt.toString()).isEqualTo(404);
      assertThat(answer.jsonPath().getString("code")).isEqualTo("not_found");
    }
  }

  @Test
  void lookLikeThingsThatDoNotExist() {
    Ids longAgo = new Ids(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)));
    String nothing = longAgo.next(IdKind.ORGANIZATION).toString();
    String theirs = organization();
    String mine = organization();
    String me = member(mine, "me@evil.example", "org:admin");

    assertThat(masked(get(mine, me, theirs), theirs))
        .isEqualTo(masked(get(mine, me, nothing), nothing));
  }

  /** My organization in the path, another's member behind it. */
  @Test
  void areNotReachedThroughMyOwnOrganization() {
    String victim = member(organization(), "victim@acme.example", "org:member");
    String mine = organization();
    String me = member(mine, "me@evil.example", "org:admin");

    for (Attempt attempt : attempts(mine, victim)) {
      if (attempt.path().contains("/members/")) {
        assertThat(attempt.as(mine, me).statusCode()).as(attempt.toString()).isEqualTo(404);
      }
    }
    asOperator()
        .body(Map.of("organization", mine, "member", victim))
        .post("/v1/sessions")
        .then()
        .statusCode(404);
  }

  private record Attempt(Method method, String path, Map<String, ?> body) {
    Response as(String organization, String member) {
      return asMember(organization, member)
          .header("If-Match", "*")
          .body(body)
          .request(method, path);
    }
  }

  private static List<Attempt> attempts(String organization, String member) {
    String one = "/v1/organizations/" + organization;
    String members = one + "/members";
    String role = "/v1/roles/" + organization + "/org:x";
    Map<String, Object> newRole = new java.util.HashMap<>(ROLE);
    newRole.put("organization", organization);
    return List.of(
        new Attempt(Method.GET, one, Map.of()),
        new Attempt(Method.PATCH, one, Map.of("name", "Mine now")),
        new Attempt(Method.GET, members, Map.of()),
        new Attempt(Method.POST, members, Map.of("email", "me@evil.example")),
        new Attempt(Method.GET, members + "/" + member, Map.of()),
        new Attempt(Method.PATCH, members + "/" + member, Map.of("role", "org:member")),
        new Attempt(Method.DELETE, members + "/" + member, Map.of()),
        new Attempt(Method.GET, "/v1/roles?organization=" + organization, Map.of()),
        new Attempt(Method.POST, "/v1/roles", newRole),
        new Attempt(Method.PATCH, role, Map.of("name", "Mine now")),
        new Attempt(Method.DELETE, role, Map.of()),
        new Attempt(Method.GET, "/v1/audit?organization=" + organization, Map.of()));
  }

  private static Response get(String mine, String me, String organization) {
    return asMember(mine, me).get("/v1/organizations/{o}", organization);
  }

  private static String masked(Response answer, String id) {
    String trace = answer.jsonPath().getString("traceId");
    return answer.statusCode() + answer.asString().replace(id, "ID").replace(trace, "TRACE");
  }
}
