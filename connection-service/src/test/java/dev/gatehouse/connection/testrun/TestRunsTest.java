package dev.gatehouse.connection.testrun;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import dev.gatehouse.sealing.SealedUnreadable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class TestRunsTest {

  private static final TestIdp IDP = TestIdp.named("idp");

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private TestOrganization acme;
  private Admin admin;
  private String connection;
  private String revision;

  @BeforeEach
  void aDraftWaitsToBeTested() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "okta");
    revision = admin.save(connection, IDP);
  }

  @AfterEach
  void backToThePresent() {
    given().delete("/test/clock");
  }

  @Test
  void aRunStartsWithATicketThatNamesWhatIsTestedAndByWhom() {
    JsonPath run = admin.startRun(connection);

    String id = run.getString("id");
    assertThat(run.getString("status")).isEqualTo("pending");
    assertThat(run.getString("revision")).isEqualTo(revision);
    String start = AdminTokens.PUBLIC_URL + "/test-runs/" + id + "?ticket=";
    assertThat(run.getString("startUrl")).startsWith(start);
    JsonPath ticket = JsonPath.from(open(run.getString("startUrl").substring(start.length()), id));
    assertThat(ticket.getString("run")).isEqualTo(id);
    assertThat(ticket.getString("connection")).isEqualTo(connection);
    assertThat(ticket.getString("revision")).isEqualTo(revision);
    assertThat(ticket.getLong("connectionVersion"))
        .isEqualTo(admin.read(connection).getLong("version"));
    assertThat(ticket.getString("caller")).startsWith("member:mem_");
    assertThat(ticket.getString("expiresAt")).isEqualTo(run.getString("expiresAt"));
    await()
        .untilAsserted(() ->
            assertThat(Topic.of("gatehouse.test-runs").events())
                .filteredOn(seen -> seen.key().equals(id))
                .singleElement()
                .satisfies(seen -> {
                  assertThat(seen.event()).isEqualTo("TestRunStarted");
                  assertThat(EventContracts.violations("test-run", seen.data())).isEmpty();
                }));
  }

  @Test
  void aTicketThatWasAlteredOrMovedToAnotherRunDoesNotOpen() {
    JsonPath run = admin.startRun(connection);
    String ticket = run.getString("startUrl").replaceFirst(".*ticket=", "");
    byte[] altered = Base64.getUrlDecoder().decode(ticket);
    altered[altered.length / 2] ^= 1;

    assertThatThrownBy(
            () -> open(Base64.getUrlEncoder().encodeToString(altered), run.getString("id")))
        .isInstanceOf(SealedUnreadable.class);
    assertThatThrownBy(() -> open(ticket, admin.startRun(connection).getString("id")))
        .isInstanceOf(SealedUnreadable.class);
  }

  @Test
  void theFirstResultWins() {
    JsonPath run = admin.startRun(connection);
    String id = run.getString("id");

    Admin.complete(run, "failed", Admin.evidence(false), testRuns);
    Admin.complete(run, "passed", Admin.evidence(true), testRuns);
    Admin.complete(run, "passed", Admin.evidence(true), testRuns);
    admin.pass(connection, testRuns);

    JsonPath report = admin.run(id);
    assertThat(report.getString("status")).isEqualTo("failed");
    assertThat(report.getString("checks[0].received")).isEqualTo("b");
    assertThat(report.getString("reasons[0].code")).isEqualTo("audience_mismatch");
    assertThat(report.getString("errorSearch")).isNull();
  }

  @Test
  void aReportIsInTheLanguageOfWhoeverReadsIt() {
    JsonPath run = admin.startRun(connection);
    Admin.complete(run, "failed", Admin.evidence(false), testRuns);
    admin.pass(connection, testRuns);

    var german =
        admin.asking().header("Accept-Language", "de").get("/v1/test-runs/" + run.getString("id"));

    assertThat(german.header("Content-Language")).isEqualTo("de");
    assertThat(german.<String>path("reasons[0].title"))
        .isEqualTo("Für eine andere Anwendung bestimmt");
    assertThat(german.<String>path("checks[0].title")).isEqualTo("Audience");
    assertThat(
            admin
                .asking()
                .header("Accept-Language", "ja")
                .get("/v1/test-runs?connection=" + connection)
                .<String>path("items[0].reasons[0].title"))
        .isNotEqualTo("Meant for another application");
  }

  @Test
  void aFailureSaysWhatToChangeInThisProvidersConsole() {
    JsonPath run = admin.startRun(connection);
    Admin.complete(run, "failed", Admin.evidence(false), testRuns);
    admin.pass(connection, testRuns);

    JsonPath report = admin.run(run.getString("id"));

    assertThat(report.getString("reasons[0].title")).isEqualTo("Meant for another application");
    assertThat(report.getString("reasons[0].expected")).isEqualTo("a");
    assertThat(report.getString("reasons[0].received")).isEqualTo("b");
    assertThat(report.getString("reasons[0].meaning")).isNotBlank();
    assertThat(report.getString("reasons[0].responsible")).isEqualTo("identity-provider");
    assertThat(report.getString("reasons[0].console")).isEqualTo("Okta Admin Console");
    assertThat(report.getList("reasons[0].where", String.class))
        .startsWith("Applications")
        .endsWith("Audience URI (SP Entity ID)");
    assertThat(report.getString("reasons[0].enter[0].field"))
        .isEqualTo("Audience URI (SP Entity ID)");
    assertThat(report.getString("reasons[0].enter[0].value"))
        .isEqualTo(admin.read(connection).getString("serviceProvider.entityId"));
    assertThat(report.getString("reasons[0].remedy")).isNotBlank();
  }

  @Test
  void whatTheIdentityProviderItselfSaidIsShownAndRecognised() {
    String said = "urn:oasis:names:tc:SAML:2.0:status:Responder: User is not assigned to this app";
    JsonPath run = admin.startRun(connection);
    Admin.complete(
        run,
        "failed",
        """
        {"checks":[{"name":"status","outcome":"failed","expected":"","received":"%s"}],
         "reasons":[{"code":"status_not_success","expected":"status:Success","received":"%s"}]}
        """
            .formatted(said, said),
        testRuns);
    admin.pass(connection, testRuns);

    JsonPath report = admin.run(run.getString("id"));

    assertThat(report.getString("reasons[0].received")).isEqualTo(said);
    assertThat(report.getString("reasons[0].recognised[0].id")).isEqualTo("okta-not-assigned");
    assertThat(report.getList("reasons[0].recognised[0].where", String.class))
        .contains("Assignments");
  }

  @Test
  void aPassMakesTheRevisionTestedAndShowsWhoSignedIn() {
    JsonPath run = admin.startRun(connection);
    Topic.of("gatehouse.test-runs")
        .publish(
            "TestRunProgressed", run.getString("id"), Admin.news(run, "answer_received", "null"));
    await()
        .untilAsserted(() ->
            assertThat(admin.run(run.getString("id")).getString("progress"))
                .isEqualTo("answer_received"));

    Admin.complete(run, "passed", Admin.evidence(true), testRuns);

    await()
        .untilAsserted(
            () -> assertThat(admin.read(connection).getString("status")).isEqualTo("inactive"));
    assertThat(admin.read(connection).getBoolean("draft.tested")).isTrue();
    JsonPath report = admin.run(run.getString("id"));
    assertThat(report.getString("subject.email")).isEqualTo("alice@acme.example");
    assertThat(report.getString("request")).isEqualTo("<AuthnRequest/>");
    assertThat(report.getString("startUrl")).isNull();
    assertThat(
            admin
                .asking()
                .get("/v1/test-runs?connection=" + connection)
                .jsonPath()
                .getString("items[0].request"))
        .isNull();
  }

  @Test
  void aPassThatTheGatewayDidNotSealForThisRunIsNotBelieved() {
    JsonPath run = admin.startRun(connection);
    String id = run.getString("id");
    Topic topic = Topic.of("gatehouse.test-runs");
    String ofAnotherRun =
        testRuns.seal(Admin.evidence(true).getBytes(StandardCharsets.UTF_8), "run_other");

    topic.publish("TestRunCompleted", id, Admin.news(run, "passed", "null"));
    topic.publish("TestRunCompleted", id, Admin.news(run, "passed", "\"AQ==\""));
    topic.publish("TestRunCompleted", id, Admin.news(run, "passed", "\"" + ofAnotherRun + "\""));
    Admin.complete(run, "passed", Admin.evidence(false), testRuns);
    admin.pass(connection, testRuns);

    assertThat(admin.run(id).getString("status")).isEqualTo("pending");
  }

  @Test
  void aResultOfAnotherRevisionOrConnectionIsPassedOver() {
    JsonPath run = admin.startRun(connection);
    String id = run.getString("id");
    String later = admin.save(connection, IDP);
    String sealed = testRuns.seal(Admin.evidence(true).getBytes(StandardCharsets.UTF_8), id);
    String news = Admin.news(run, "passed", "\"" + sealed + "\"").replace(revision, later);

    Topic.of("gatehouse.test-runs").publish("TestRunCompleted", id, news);
    Admin.complete(run, "passed", Admin.evidence(true), testRuns);

    await().untilAsserted(() -> assertThat(admin.run(id).getString("status")).isEqualTo("passed"));
    assertThat(admin.read(connection).getBoolean("draft.tested")).isFalse();
    refused(admin.activate(connection, later), 409, "revision_not_tested");
  }

  @Test
  void aRunThatNobodyFinishesIsAbandonedAfterFifteenMinutesAndStaysSo() {
    JsonPath run = admin.startRun(connection);
    move(Duration.ofMinutes(16));

    await()
        .untilAsserted(() ->
            assertThat(Admin.operator().run(run.getString("id")).getString("status"))
                .isEqualTo("abandoned"));
    Admin.complete(run, "passed", Admin.evidence(true), testRuns);
    Admin.operator().pass(connection, testRuns);

    JsonPath report = Admin.operator().run(run.getString("id"));
    assertThat(report.getString("status")).isEqualTo("abandoned");
    assertThat(report.getString("reasons[0].code")).isEqualTo("test_abandoned");
    assertThat(report.getList("reasons[0].where", String.class)).contains("Assignments");
    assertThat(report.getString("errorSearch"))
        .isEqualTo("/v1/identity-providers/okta/errors?connection=" + connection);
  }

  @Test
  void rawMessagesAreForgottenAfterSevenDays() {
    JsonPath run = admin.startRun(connection);
    String id = run.getString("id");
    Admin.complete(run, "passed", Admin.evidence(true), testRuns);
    await().untilAsserted(() -> assertThat(admin.run(id).getString("response")).isNotNull());

    move(Duration.ofDays(7).plusMinutes(1));

    await()
        .untilAsserted(() -> {
          JsonPath later = TestRunsTest.this.admin.run(id);
          assertThat(later.getString("response")).isNull();
          assertThat(later.getString("rawUntil")).isNull();
          assertThat(later.getString("status")).isEqualTo("passed");
        });
  }

  @Test
  void refusesWhatCannotBeTested() {
    String empty = admin.create(acme, "okta");
    refused(start(Map.of("connection", empty)), 409, "connection_incomplete");
    refused(start(Map.of("connection", empty, "revision", revision)), 422, "revision_unknown");
    String replaced = revision;
    admin.save(connection, IDP);
    refused(start(Map.of("connection", connection, "revision", replaced)), 422, "revision_unknown");
    refused(start(Map.of("connection", "con_aaaaaaaaaaaaaaaaaaaaaaaaaa")), 404, "not_found");
  }

  @Test
  void anotherOrganizationsRunIsTheSameAsNone() {
    JsonPath run = admin.startRun(connection);
    Admin stranger = Admin.of(TestOrganization.selfServing());

    refused(stranger.asking().get("/v1/test-runs/" + run.getString("id")), 404, "not_found");
    refused(
        stranger.asking().get("/v1/test-runs/run_aaaaaaaaaaaaaaaaaaaaaaaaaa"), 404, "not_found");
  }

  private Response start(Map<String, String> body) {
    return admin.asking().body(body).post("/v1/test-runs");
  }

  private String open(String ticket, String run) {
    String sealed = Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(ticket));
    return new String(testRuns.open(sealed, "ticket/" + run), StandardCharsets.UTF_8);
  }

  private static void move(Duration offset) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("offset", offset.toString()))
        .put("/test/clock")
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
