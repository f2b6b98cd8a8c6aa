package dev.gatehouse.gateway.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class TestRunTest {

  @Inject Customers customers;
  @Inject TestRuns testRuns;
  @Inject Database database;
  @Inject ObjectMapper json;

  @Test
  void aGoodAnswerPassesAndSignsNobodyIn() throws JsonProcessingException {
    TestConnection acme = customers.active();
    Id draft = Published.id(IdKind.REVISION);
    customers.draft(acme, draft);
    TestRuns.Run run = testRuns.create(acme, draft);
    Away admin = testRuns.open(run);

    Response page = admin.comesBackWith(admin.answer(acme.email("admin")).signedBy(acme.key()));

    page.then()
        .statusCode(200)
        .body(containsString("The test sign-in passed"))
        .body(containsString(acme.email("admin")))
        .body(containsString("Not seen before"));
    assertThat(page.body().asString().length()).isLessThan(30_000);
    assertThat(database.people(acme)).isEmpty();
    assertThat(database.codesOf(acme)).isZero();
    List<Topic.Seen> told = told(run, 3);
    assertThat(told)
        .extracting(Topic.Seen::event)
        .containsExactly("TestRunProgressed", "TestRunProgressed", "TestRunCompleted");
    assertThat(told)
        .allSatisfy(
            event -> assertThat(EventContracts.violations("test-run", event.data())).isEmpty());
    JsonNode completed = json.readTree(told.getLast().data());
    assertThat(completed.path("status").asText()).isEqualTo("passed");
    assertThat(completed.path("revision").asText()).isEqualTo(draft.toString());
    String evidence = testRuns.evidence(run, completed.path("evidence").asText());
    assertThat(EventContracts.violations("test-evidence", evidence)).isEmpty();
    assertThat(json.readTree(evidence).path("request").asText()).contains("AuthnRequest");
    assertThat(json.readTree(evidence).path("subject").path("email").asText())
        .isEqualTo(acme.email("admin"));
  }

  @Test
  void aBadAnswerFailsAndSaysEveryReason() throws JsonProcessingException {
    TestConnection acme = customers.active();
    TestRuns.Run run = testRuns.create(acme, acme.customer().revision());
    Away admin = testRuns.open(run);
    IdpResponse answer = admin.answer("admin@elsewhere.example");
    answer.audience = "https://wrong.example";

    Response page = admin.comesBackWith(answer.signedBy(acme.key()));

    page.then()
        .statusCode(200)
        .body(containsString("The test sign-in failed"))
        .body(containsString("audience_mismatch"))
        .body(containsString("email_domain_not_verified"))
        .body(containsString("https://wrong.example"));
    JsonNode completed = json.readTree(told(run, 3).getLast().data());
    assertThat(completed.path("status").asText()).isEqualTo("failed");
    String evidence = testRuns.evidence(run, completed.path("evidence").asText());
    assertThat(EventContracts.violations("test-evidence", evidence)).isEmpty();
    assertThat(json.readTree(evidence).path("reasons").findValuesAsText("code"))
        .containsExactlyInAnyOrder("audience_mismatch", "email_domain_not_verified");
    assertThat(database.reasonsOf(acme)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "okta, Okta Admin Console, Audience URI (SP Entity ID)",
    "microsoft-entra-id, Microsoft Entra admin center, Identifier (Entity ID)",
    "google-workspace, Google Admin console, Service provider details"
  })
  void theReportSaysWhatToChangeInThisProvidersConsole(
      String provider, String console, String field) {
    TestConnection acme = customers.active();
    customers.provider(acme, provider);
    Away admin = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    IdpResponse answer = admin.answer(acme.email("admin"));
    answer.audience = "https://wrong.example";

    Response page = admin.comesBackWith(answer.signedBy(acme.key()));

    assertThat(page.asString())
        .containsSubsequence(
            "<section class=\"reason\">",
            "Expected</dt><dd><code>" + acme.entityId(),
            "Received</dt><dd><code>https://wrong.example",
            console,
            field,
            "What to do",
            acme.entityId(),
            "<code>audience_mismatch</code>",
            "Every check")
        .doesNotContain("NOT_FOUND", "{{");
  }

  @Test
  void theReportRecognisesWhatTheIdentityProviderItselfSaid() {
    TestConnection acme = customers.active();
    customers.provider(acme, "microsoft-entra-id");
    Away admin = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    IdpResponse answer = admin.answer(acme.email("admin"));
    answer.refuses("AADSTS50105: Your administrator has to assign <b>you</b>.");

    Response page = admin.comesBackWith(answer.signedBy(acme.key()));

    assertThat(page.asString())
        .contains("status_not_success", "Users and groups", "&lt;b&gt;you")
        .doesNotContain("<b>you");
  }

  @Test
  void aDomainThatIsAssignedButNotYetProvenPasses() {
    TestConnection acme = customers.active();
    customers.domain(acme, "DomainClaimed", Map.of("status", "pending"));
    Away admin = testRuns.open(testRuns.create(acme, acme.customer().revision()));

    admin
        .comesBackWith(admin.answer(acme.email("admin")).signedBy(acme.key()))
        .then()
        .body(containsString("The test sign-in passed"));
  }

  @Test
  void aTicketStartsOneRunOnce() {
    TestConnection acme = customers.active();
    TestRuns.Run run = testRuns.create(acme, acme.customer().revision());
    testRuns.open(run);

    testRuns.get(run).then().statusCode(409).body(containsString("test_run_started"));
  }

  @Test
  void aTicketOfAnotherRunIsWorthNothing() {
    TestConnection acme = customers.active();
    TestRuns.Run run = testRuns.create(acme, acme.customer().revision());
    TestRuns.Run other = testRuns.create(acme, acme.customer().revision());

    testRuns
        .get(new TestRuns.Run(other.id(), acme, run.revision(), run.ticket()))
        .then()
        .statusCode(404)
        .body(containsString("test_run_unknown"));
  }

  @Test
  void settingsThatAreOnTheirWayAreAwaited() {
    TestConnection acme = customers.active();
    TestRuns.Run run = testRuns.createAhead(acme, acme.customer().revision());

    testRuns
        .get(run)
        .then()
        .statusCode(200)
        .header("Refresh", "1")
        .body(containsString("Preparing the test sign-in"));
  }

  /** Domains travel by another topic: the news of one may come after the news of its assignment. */
  @Test
  void domainsThatAreOnTheirWayAreAwaited() {
    TestConnection acme = customers.active();
    Id late = Published.id(IdKind.DOMAIN);
    customers.assign(acme, List.of(acme.customer().domain(), late));
    TestRuns.Run run = testRuns.create(acme, acme.customer().revision());

    testRuns.get(run).then().statusCode(200).header("Refresh", "1");

    customers.domain(
        acme, "DomainVerified", Map.of("id", late.toString(), "name", late.bare() + ".example"));
    Away admin = testRuns.open(run);
    admin.comesBackWith(admin.answer("admin@" + late.bare() + ".example").signedBy(acme.key()));
    admin.goesOn().then().statusCode(200).body(containsString("The test sign-in passed"));
  }

  @Test
  void reloadingTheReportTellsNobodyAgain() {
    TestConnection acme = customers.active();
    TestRuns.Run run = testRuns.create(acme, acme.customer().revision());
    Away admin = testRuns.open(run);
    admin.comesBackWith(admin.answer(acme.email("admin")).signedBy(acme.key()));

    admin.goesOn().then().statusCode(200).body(containsString("The test sign-in passed"));

    assertThat(told(run, 3)).hasSize(3);
  }

  private static List<Topic.Seen> told(TestRuns.Run run, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Topic.of("gatehouse.test-runs").events().stream()
                    .filter(event -> event.key().equals(run.id().toString()))
                    .toList(),
            events -> events.size() >= count);
  }
}
