package dev.gatehouse.verification.domain;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@RunningService
class AccessToDomainsTest {

  private static final String REASON = "{\"reason\": \"Seen the contract\"}";

  /** Every call about one domain or one organization. */
  private static Stream<Function<RequestSpecification, Response>> calls(Claimed domain) {
    String path = "/v1/domains/" + domain.id();
    return Stream.of(
        caller -> caller.get(path),
        caller -> caller.post(path + "/check"),
        caller -> caller.body(REASON).post(path + "/verification"),
        caller -> caller.queryParam("organization", domain.organization().id()).get("/v1/domains"),
        caller ->
            caller
                .body(domain.organization().claimOf(TestOrganization.freshName()))
                .post("/v1/domains"),
        caller -> caller.delete(path));
  }

  @Test
  void anotherOrganizationsDomainsDoNotExist() {
    Claimed domain = TestOrganization.ready().claimed(TestOrganization.freshName());
    TestOrganization stranger = TestOrganization.ready();
    String unknown =
        stranger.asMember().get("/v1/domains/dom_aaaaaaaaaaaaaaaaaaaaaaaaaa").path("detail");

    calls(domain)
        .forEach(call -> {
          Response answer = call.apply(stranger.asMember());
          assertThat(answer.statusCode()).isEqualTo(404);
          assertThat(answer.<String>path("code")).isEqualTo("not_found");
          assertThat(answer.<String>path("detail")).isEqualTo(unknown);
        });
    assertThat(domain.read().statusCode()).isEqualTo(200);
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    Claimed domain = TestOrganization.ready().claimed(TestOrganization.freshName());

    calls(domain)
        .forEach(call -> {
          Response answer = call.apply(given().contentType("application/json"));
          assertThat(answer.statusCode()).isEqualTo(401);
          assertThat(answer.<String>path("code")).isEqualTo("unauthenticated");
        });
    assertThat(given().get("/v1/domains/dom_aaaaaaaaaaaaaaaaaaaaaaaaaa").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aTokenOfTheGatewayOrAnIdTokenOpensNothing() {
    Claimed domain = TestOrganization.ready().claimed(TestOrganization.freshName());

    for (String token :
        List.of(AdminTokens.ofGateway("per_x"), AdminTokens.operatorIdToken(), "nonsense")) {
      calls(domain)
          .forEach(call ->
              assertThat(
                      call.apply(given().auth().oauth2(token).contentType("application/json"))
                          .statusCode())
                  .isEqualTo(401));
    }
  }

  @Test
  void aMemberWithoutThePermissionIsRefused() {
    TestOrganization organization = TestOrganization.with(true, "org:sys_memberships:read");
    String operated =
        TestOrganization.asOperator()
            .body(organization.claimOf(TestOrganization.freshName()))
            .post("/v1/domains")
            .path("id");

    Response read = organization.asMember().get("/v1/domains/" + operated);

    assertThat(read.statusCode()).isEqualTo(403);
    assertThat(read.<String>path("code")).isEqualTo("permission_denied");
    assertThat(organization.claim(TestOrganization.freshName()).statusCode()).isEqualTo(403);
    assertThat(organization.asMember().delete("/v1/domains/" + operated).statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePermissionForDomainsAloneSuffices() {
    TestOrganization organization = TestOrganization.with(true, "org:sys_domains:manage");

    Claimed claimed = organization.claimed(TestOrganization.freshName());

    assertThat(claimed.look().statusCode()).isEqualTo(200);
    assertThat(claimed.remove().statusCode()).isEqualTo(204);
  }

  @Test
  void theSwitchFreezesChangesButNotReading() {
    TestOrganization organization = TestOrganization.ready();
    Claimed claimed = organization.claimed(TestOrganization.freshName());
    organization.publish("SelfServeSsoDisabled", 2, "active", false);
    Awaitility.await()
        .until(
            () -> "self_serve_sso_disabled".equals(organization.claim("acme.test").path("code")));

    assertThat(claimed.look().<String>path("code")).isEqualTo("self_serve_sso_disabled");
    assertThat(claimed.remove().<String>path("code")).isEqualTo("self_serve_sso_disabled");
    assertThat(claimed.read().statusCode()).isEqualTo(200);
    assertThat(
            TestOrganization.asOperator()
                .post("/v1/domains/" + claimed.id() + "/check")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void onlyOperatorsVouchAndRepublish() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
    RequestSpecification member = claimed.organization().asMember();

    Response vouched = member.body(REASON).post("/v1/domains/" + claimed.id() + "/verification");
    Response republished = claimed.organization().asMember().post("/v1/domains/republish");

    assertThat(vouched.<String>path("code")).isEqualTo("operators_only");
    assertThat(republished.<String>path("code")).isEqualTo("operators_only");
  }
}
