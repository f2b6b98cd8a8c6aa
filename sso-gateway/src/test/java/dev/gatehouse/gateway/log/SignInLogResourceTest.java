package dev.gatehouse.gateway.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SignInLogResourceTest {

  @Inject KnownWorld world;
  @Inject SignInLog log;
  @Inject Pool pool;
  @Inject Clock clock;

  @Test
  void anAdministratorFindsAFailureByTheReferenceThatThePersonSaw() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");

    manager(acme)
        .get("/v1/sign-ins/{reference}", failed.reference().toLowerCase(java.util.Locale.ROOT))
        .then()
        .statusCode(200)
        .body("id", equalTo(failed.id().toString()))
        .body("outcome", equalTo("failed"))
        .body("reasons[0]", equalTo("audience_mismatch"))
        .body("findings[0].expected", equalTo("https://sso.example"))
        .body("findings[0].received", equalTo("https://other.example"));
  }

  @Test
  void listsNewestFirstPageByPage() {
    Customer acme = world.customer();
    FailedSignIn first = fail(acme, "audience_mismatch");
    FailedSignIn second = fail(acme, "response_expired");

    Response page = manager(acme).queryParam("limit", 1).get(list(acme));

    page.then().body("items", hasSize(1)).body("items[0].id", equalTo(second.id().toString()));
    manager(acme)
        .queryParam("cursor", page.<String>path("next"))
        .get(list(acme))
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(first.id().toString()));
  }

  @Test
  void narrowsByReasonAndOutcome() {
    Customer acme = world.customer();
    fail(acme, "audience_mismatch");
    fail(acme, "response_expired");

    manager(acme)
        .queryParam("reason", "response_expired")
        .get(list(acme))
        .then()
        .body("items", hasSize(1));
    manager(acme)
        .queryParam("outcome", "succeeded")
        .get(list(acme))
        .then()
        .body("items", hasSize(0));
    manager(acme).queryParam("outcome", "maybe").get(list(acme)).then().statusCode(400);
  }

  @Test
  void recordsAndPublishesAFailureOnce() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");
    record(failed);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(Topic.of("gatehouse.sign-ins").events())
                .filteredOn(event -> event.key().equals(acme.organization().toString()))
                .singleElement()
                .satisfies(event -> {
                  assertThat(event.event()).isEqualTo("SignInFailed");
                  assertThat(EventContracts.violations("sign-in", event.data())).isEmpty();
                }));
  }

  @Test
  void anotherOrganizationsSignInsAreNotThere() {
    Customer acme = world.customer();
    Customer rival = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");

    Response foreign = manager(rival).get("/v1/sign-ins/{id}", failed.id().toString());
    Response missing = manager(rival).get("/v1/sign-ins/{id}", "sgn_aaaaaaaaaaaaaaaaaaaaaaaaaa");

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.path("code").toString()).isEqualTo(missing.path("code").toString());
    assertThat(foreign.path("detail").toString()).isEqualTo(missing.path("detail").toString());
    manager(rival).get("/v1/sign-ins/{ref}", failed.reference()).then().statusCode(404);
    manager(rival).get(list(acme)).then().statusCode(404);
  }

  @Test
  void needsThePermissionAndAToken() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");
    Id plain = world.member(acme, "MembershipGranted", Map.of("permissions", List.of()));

    given()
        .auth()
        .oauth2(AdminTokens.member(acme.organization().toString(), plain.toString()))
        .get(list(acme))
        .then()
        .statusCode(403)
        .body("permission", equalTo("org:sys_entconns:manage"));
    given().get("/v1/sign-ins/{id}", failed.id().toString()).then().statusCode(401);
    given()
        .auth()
        .oauth2(AdminTokens.ofGateway("per_ccccccccccccccccccccccccca"))
        .get(list(acme))
        .then()
        .statusCode(401);
  }

  private FailedSignIn fail(Customer customer, String reason) {
    FailedSignIn failed =
        new FailedSignIn(
            Published.id(IdKind.SIGN_IN),
            customer.organization(),
            customer.connection(),
            customer.revision(),
            null,
            null,
            customer.email("ann"),
            SignInReference.next(),
            List.of(
                new FailedSignIn.Finding(reason, "https://sso.example", "https://other.example")),
            clock.instant());
    record(failed);
    return failed;
  }

  private void record(FailedSignIn failed) {
    pool.withTransaction(connection -> log.failed(connection, failed))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private RequestSpecification manager(Customer customer) {
    Id member =
        world.member(
            customer,
            "MembershipGranted",
            Map.of("permissions", List.of("org:sys_entconns:manage")));
    return given()
        .auth()
        .oauth2(AdminTokens.member(customer.organization().toString(), member.toString()));
  }

  private static String list(Customer customer) {
    return "/v1/sign-ins?organization=" + customer.organization();
  }
}
