package dev.gatehouse.gateway.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.CapturedLog;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SignInLogResourceTest {

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

  @Inject KnownWorld world;
  @Inject SignInLog log;
  @Inject InterruptedSignIns interrupted;
  @Inject Pool pool;
  @Inject Database database;
  @Inject Clock clock;

  private int failures;

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
  void aFailureSaysWhatToChangeInTheConsoleOfItsProvider() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");

    JsonPath read =
        manager(acme)
            .get("/v1/sign-ins/{id}", failed.id().toString())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(read.getString("findings[0].code")).isEqualTo("audience_mismatch");
    assertThat(read.getString("findings[0].title")).isNotBlank();
    assertThat(read.getString("findings[0].meaning")).contains("https://other.example");
    assertThat(read.getString("findings[0].console")).isEqualTo("Okta Admin Console");
    assertThat(read.getList("findings[0].where", String.class))
        .endsWith("Audience URI (SP Entity ID)");
    assertThat(read.getString("findings[0].enter[0].value")).isNotBlank();
    assertThat(read.getList("checks.name", String.class)).containsExactly("signature", "audience");
    assertThat(read.getString("checks[1].outcome")).isEqualTo("failed");
    assertThat(read.getString("checks[1].received")).isEqualTo("https://other.example");
  }

  /** Nothing is stored in a language. */
  @Test
  void aFailureIsExplainedInTheLanguageOfWhoeverReadsIt() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");

    manager(acme)
        .header("Accept-Language", "de-AT, en;q=0.5")
        .get("/v1/sign-ins/{id}", failed.id().toString())
        .then()
        .header("Content-Language", "de")
        .body("findings[0].title", equalTo("Für eine andere Anwendung bestimmt"))
        .body("findings[0].where[-1]", equalTo("Audience URI (SP Entity ID)"))
        .body("checks.title", equalTo(List.of("Signatur", "Audience")));
    manager(acme)
        .header("Accept-Language", "ja")
        .get(list(acme))
        .then()
        .header("Content-Language", "ja")
        .body("items[0].checks[0].title", equalTo("署名"));
  }

  @Test
  void aReferenceIsFoundHoweverItIsTyped() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");
    fail(acme, "audience_mismatch");
    String bare = failed.reference().replace("-", "").toLowerCase(java.util.Locale.ROOT);
    String spaced = " " + failed.reference().replace("-", " ") + " ";

    for (String typed : List.of(failed.reference(), bare, spaced)) {
      manager(acme)
          .queryParam("reference", typed)
          .get(list(acme))
          .then()
          .statusCode(200)
          .body("items", hasSize(1))
          .body("items[0].id", equalTo(failed.id().toString()));
      manager(acme).get("/v1/sign-ins/{reference}", typed).then().statusCode(200);
    }
    manager(acme)
        .queryParam("reference", "nonsense!")
        .get(list(acme))
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void narrowsByConnectionAndPerson() {
    Customer acme = world.customer();
    fail(acme, "audience_mismatch");

    manager(acme)
        .queryParam("connection", acme.connection().toString())
        .get(list(acme))
        .then()
        .body("items", hasSize(1));
    manager(acme)
        .queryParam("connection", Published.id(IdKind.CONNECTION).toString())
        .get(list(acme))
        .then()
        .body("items", hasSize(0));
    manager(acme)
        .queryParam("person", Published.id(IdKind.PERSON).toString())
        .get(list(acme))
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void whatBelongsToNobodyIsForOperatorsOnly() {
    Customer acme = world.customer();
    Response page = given().redirects().follow(false).get("/sign-in/continue?attempt=nobodys");
    Matcher shown = REFERENCE.matcher(page.asString());
    assertThat(shown.find()).as(page.asString()).isTrue();

    manager(acme).get("/v1/sign-ins/{ref}", shown.group()).then().statusCode(404);
    given()
        .auth()
        .oauth2(AdminTokens.operator())
        .get("/v1/sign-ins/{ref}", shown.group())
        .then()
        .statusCode(200)
        .body("reasons[0]", equalTo("attempt_unknown"))
        .body("findings[0].remedy", notNullValue())
        .body("organization", nullValue());
  }

  @Test
  void aFloodOfInterruptionsDoesNotFillTheLog() {
    Customer acme = world.customer();
    InterruptedSignIns.About about =
        new InterruptedSignIns.About(acme.organization(), acme.connection(), null, null);
    List<String> shown;
    List<String> logged;
    try (CapturedLog log = CapturedLog.open()) {
      shown =
          IntStream.range(0, 120)
              .mapToObj(_ ->
                  interrupted.record(about, "idp_initiated").await().atMost(Duration.ofSeconds(10)))
              .toList();
      logged = log.lines();
    }

    assertThat(shown).doesNotHaveDuplicates();
    assertThat(
            database.texts(
                "select reference from sign_in where organization = $1", acme.organization()))
        .hasSize(100)
        .isSubsetOf(shown);
    // Whoever keeps the service still finds the rest.
    assertThat(logged).anyMatch(line -> line.contains("reference=" + shown.getLast()));
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

  @Test
  void aSetUpLinkOpensNoLogAndNoSwitchOfTheGateway() {
    Customer acme = world.customer();
    FailedSignIn failed = fail(acme, "audience_mismatch");
    String link = "lnk_" + acme.organization().bare();
    String token =
        AdminTokens.setupLink(
            acme.organization().toString(), link, "domains", "connection", "test", "activate");

    for (String path :
        List.of(list(acme), "/v1/sign-ins/" + failed.id(), "/v1/sign-ins/" + failed.reference())) {
      given()
          .auth()
          .oauth2(token)
          .get(path)
          .then()
          .statusCode(403)
          .body("code", equalTo("permission_denied"));
    }
    for (String path : List.of("/v1/applications", "/v1/suspensions")) {
      given().auth().oauth2(token).get(path).then().statusCode(403);
    }
    given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("connection", acme.connection().toString(), "reason", "to harm"))
        .post("/v1/suspensions")
        .then()
        .statusCode(403);
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
            List.of(
                new FailedSignIn.CheckLine("signature", "Signature", "passed", null, null),
                new FailedSignIn.CheckLine(
                    "audience",
                    "Audience",
                    "failed",
                    "https://sso.example",
                    "https://other.example")),
            // Two within one tick of the clock have no order.
            clock.instant().plusMillis(failures++));
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
