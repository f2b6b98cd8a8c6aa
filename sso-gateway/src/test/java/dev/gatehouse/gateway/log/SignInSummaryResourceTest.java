package dev.gatehouse.gateway.log;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SignInSummaryResourceTest {

  private static final String PATH = "/v1/sign-ins/summary";

  @Inject KnownWorld world;
  @Inject Pool pool;
  @Inject Clock clock;

  private Customer acme;
  private Id ann;
  private Id bob;

  @BeforeEach
  void someSignIns() {
    acme = world.customer();
    ann = person(acme);
    bob = person(acme);
    Instant now = clock.instant();
    signIn(acme, ann, now.minus(Duration.ofDays(1)));
    signIn(acme, bob, now.minus(Duration.ofDays(2)));
    signIn(acme, ann, now.minus(Duration.ofDays(3)));
    signIn(acme, bob, now.minus(Duration.ofDays(9)));
    failed(acme, "audience_mismatch", now.minus(Duration.ofHours(1)));
    failed(acme, "response_expired", now.minus(Duration.ofHours(2)));
    failed(acme, "audience_mismatch", now.minus(Duration.ofHours(3)));
  }

  @Test
  void theWeekIsCountedAndPeopleComeByTheirLastSignIn() {
    manager(acme)
        .get(PATH + "?organization=" + acme.organization())
        .then()
        .statusCode(200)
        .body("items[0].succeeded", equalTo(3))
        .body("items[0].failed", equalTo(3))
        .body("items[0].people", equalTo(2))
        .body("items[0].reasons.reason", contains("audience_mismatch", "response_expired"))
        .body("items[0].reasons.count", contains(2, 1))
        .body("items[0].recent.person", contains(ann.toString(), bob.toString()));
  }

  @Test
  void operatorsReadManyAtOnceInTheirOrder() {
    Customer quiet = world.customer();

    operator()
        .get(PATH + "?organizations=" + quiet.organization() + "," + acme.organization())
        .then()
        .statusCode(200)
        .body(
            "items.organization",
            contains(quiet.organization().toString(), acme.organization().toString()))
        .body("items.failed", contains(0, 3))
        .body("items[0].lastSignInAt", nullValue())
        .body("items[1].recent", nullValue());
  }

  @Test
  void othersDoNot() {
    Customer rival = world.customer();
    String link = "lnk_" + acme.organization().toString().substring(4);
    String setupLink =
        AdminTokens.setupLink(
            acme.organization().toString(), link, "domains", "connection", "test", "activate");

    manager(rival).get(PATH + "?organization=" + acme.organization()).then().statusCode(404);
    manager(acme)
        .get(PATH + "?organizations=" + acme.organization())
        .then()
        .statusCode(403)
        .body("code", equalTo("operators_only"));
    for (String path : List.of(PATH, "/v1/sign-ins")) {
      given()
          .auth()
          .oauth2(setupLink)
          .get(path + "?organization=" + acme.organization())
          .then()
          .statusCode(403)
          .body("code", equalTo("permission_denied"));
    }
    operator().get(PATH).then().statusCode(400);
    operator().get(PATH + "?organizations=" + "x,y").then().statusCode(400);
  }

  private Id person(Customer customer) {
    Id id = Published.id(IdKind.PERSON);
    execute(
        "insert into person (id, organization, email, created_at) values ($1, $2, $3, $4)",
        Tuple.of(
            id.toString(),
            customer.organization().toString(),
            id + "@acme.example",
            clock.instant().atOffset(ZoneOffset.UTC)));
    return id;
  }

  private void signIn(Customer customer, Id person, Instant at) {
    insert(customer, "succeeded", at, person.toString());
  }

  private void failed(Customer customer, String reason, Instant at) {
    String id = insert(customer, "failed", at, null);
    execute("update sign_in set reasons = array[$2::text] where id = $1", Tuple.of(id, reason));
  }

  private String insert(Customer customer, String outcome, Instant at, @Nullable String person) {
    String id = Published.id(IdKind.SIGN_IN).toString();
    execute(
        "insert into sign_in (id, organization, connection, outcome, at, person)"
            + " values ($1, $2, $3, $4, $5, $6)",
        Tuple.of(
            id,
            customer.organization().toString(),
            customer.connection().toString(),
            outcome,
            at.atOffset(ZoneOffset.UTC),
            person));
    return id;
  }

  private void execute(String sql, Tuple parameters) {
    pool.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(10));
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(AdminTokens.operator());
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
}
