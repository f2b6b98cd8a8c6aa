package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.TestRuns.Run;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests over OpenID Connect, which are never logins (TN11). */
@QuarkusTest
class OpenIdTestRunTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject TestRuns testRuns;
  @Inject Database database;
  @Inject ObjectMapper json;

  @Test
  void aGoodAnswerPassesAndSignsNobodyIn() throws JsonProcessingException {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    Run run = create(acme);
    AtProvider admin = open(acme, run);

    Response page = admin.signsIn("admin");

    page.then()
        .statusCode(200)
        .body(containsString("The test sign-in passed"))
        .body(containsString(acme.email("admin")))
        .body(containsString("A published key"))
        .body(containsString("Token of our request"))
        .body(containsString("Not seen before"));
    assertThat(database.people(acme.connection())).isEmpty();
    assertThat(database.codesOf(acme.connection())).isZero();
    JsonNode completed = completed(run);
    assertThat(completed.path("status").asText()).isEqualTo("passed");
    String evidence = testRuns.evidence(run, completed.path("evidence").asText());
    assertThat(EventContracts.violations("test-evidence", evidence)).isEmpty();
    JsonNode found = json.readTree(evidence);
    assertThat(found.path("request").asText()).isEqualTo(admin.location().toString());
    assertThat(found.path("subject").path("email").asText()).isEqualTo(acme.email("admin"));
    assertThat(found.path("subject").path("attributes").path("given_name").get(0).asText())
        .isEqualTo("Given");
  }

  @Test
  void theEvidenceHoldsNothingThatCouldBeUsedElsewhere() throws JsonProcessingException {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    Run run = create(acme);
    AtProvider admin = open(acme, run);
    String token = admin.token("admin", it -> it);
    String code = admin.code(token);

    admin.comesBack(admin.callback(code));

    String evidence = testRuns.evidence(run, completed(run).path("evidence").asText());
    String response =
        new String(
            Base64.getDecoder().decode(json.readTree(evidence).path("response").asText()),
            StandardCharsets.UTF_8);
    assertThat(response).contains("\"alg\"", "\"nonce\"", acme.email("admin"));
    for (String whole : List.of(evidence, response)) {
      assertThat(whole)
          .doesNotContain(
              token.substring(token.lastIndexOf('.') + 1), code, OpenIdProvider.SECRET, "at-");
    }
  }

  @Test
  void aBadAnswerFailsAndSaysEveryReason() throws JsonProcessingException {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    Run run = create(acme);
    AtProvider admin = open(acme, run);

    Response page =
        admin.comesBackWith(
            admin.token(
                "admin",
                it -> it.audience("another app").claim("email", "admin@elsewhere.example")));

    page.then()
        .statusCode(200)
        .body(containsString("The test sign-in failed"))
        .body(containsString("another app"));
    JsonNode completed = completed(run);
    assertThat(completed.path("status").asText()).isEqualTo("failed");
    JsonNode evidence = json.readTree(testRuns.evidence(run, completed.path("evidence").asText()));
    assertThat(evidence.path("reasons").findValuesAsText("code"))
        .containsExactlyInAnyOrder("oidc_audience_mismatch", "email_domain_not_verified");
    assertThat(evidence.path("checks").findValuesAsText("name"))
        .startsWith("state", "response_issuer", "provider_answer", "token_request")
        .contains("algorithm", "key", "signature", "issuer", "audience", "nonce")
        .endsWith("email", "email_domain", "replay");
    assertThat(database.reasonsOf(acme.connection())).isEmpty();
  }

  @Test
  void anIssuerThatCannotBeReadEndsTheTestWithAReport() throws JsonProcessingException {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start().says("issuer", "https://elsewhere.example"));
    Run run = create(acme);
    Browser browser = new Browser();

    Response departure = testRuns.get(run, browser);
    Response page = browser.get(OpenIdTrips.path(departure));

    page.then().statusCode(200).body(containsString("oidc_issuer_mismatch"));
    assertThat(completed(run).path("status").asText()).isEqualTo("failed");
  }

  @Test
  void aCodeOfATestDoesNotFinishASignIn() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider test = open(acme, create(acme));
    AtProvider mallory = trips.leave(acme);
    String code = test.code(test.token("ceo", it -> it));

    Response end = mallory.comesBack(mallory.callback(code));

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_token_request_failed");
    assertThat(database.codesOf(acme.connection())).isZero();
  }

  @Test
  void theStateOfATestGivesAReportAndNoCode() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider test = open(acme, create(acme));
    customers.publish(
        acme, "ConnectionDeactivated", java.util.Collections.singletonMap("live", null));

    Response page = test.signsIn("admin");

    page.then().statusCode(200);
    assertThat(page.header("Location")).isNull();
    assertThat(database.codesOf(acme.connection())).isZero();
    assertThat(database.people(acme.connection())).isEmpty();
  }

  private Run create(OpenIdConnection connection) {
    return testRuns.create(connection.connection(), connection.connection().customer().revision());
  }

  private AtProvider open(OpenIdConnection connection, Run run) {
    Browser browser = new Browser();
    Response response = testRuns.get(run, browser);
    response.then().statusCode(303);
    return trips.away(connection, browser, java.net.URI.create(response.header("Location")));
  }

  private JsonNode completed(Run run) throws JsonProcessingException {
    List<Topic.Seen> told =
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    Topic.of("gatehouse.test-runs").events().stream()
                        .filter(event -> event.key().equals(run.id().toString()))
                        .filter(event -> event.event().equals("TestRunCompleted"))
                        .toList(),
                events -> !events.isEmpty());
    return json.readTree(told.getFirst().data());
  }
}
