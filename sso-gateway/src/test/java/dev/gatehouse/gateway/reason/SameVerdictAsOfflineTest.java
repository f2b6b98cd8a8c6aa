package dev.gatehouse.gateway.reason;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.fixtures.AcceptedShapes;
import dev.gatehouse.saml.fixtures.Fixture;
import dev.gatehouse.saml.fixtures.ReasonFixtures;
import dev.gatehouse.saml.fixtures.ResponseText;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway over HTTP and {@code bin/verify-saml} say the same of every fixture: the reasons that
 * the sign-in log holds, or the subject that a test run reports.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SameVerdictAsOfflineTest {

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  @Inject FixtureConnection connection;
  @Inject Trips trips;
  @Inject TestRuns testRuns;
  @Inject Database database;
  @Inject ObjectMapper json;

  /** One failed check, without what the clock says at the moment. */
  private record Reason(String code, String expected, String received) {
    static Reason of(JsonNode reason) {
      return new Reason(
          reason.path("code").asText(),
          timeless(reason.path("expected").asText("")),
          timeless(reason.path("received").asText("")));
    }

    private static String timeless(String text) {
      return INSTANT.matcher(text.equals("null") ? "" : text).replaceAll("(time)");
    }
  }

  @BeforeEach
  void itIsTheTimeOfTheMessages() {
    String offset = Duration.between(Instant.now(), ResponseText.NOW).toString();
    given()
        .contentType("application/json")
        .body(Map.of("offset", offset))
        .put("/test/clock")
        .then()
        .statusCode(204);
  }

  @AfterEach
  void itIsNowAgain() {
    given().delete("/test/clock").then().statusCode(204);
  }

  private static Map<String, Supplier<Fixture>> fixtures() {
    Map<String, Supplier<Fixture>> all = new LinkedHashMap<>();
    Stream.of(ReasonCode.values())
        .filter(code -> ReasonFixtures.of(code).canBeAskedElsewhere())
        .forEach(code -> all.put(code.code(), () -> ReasonFixtures.of(code)));
    // What a dated exception for SHA-1 loosens, and a signature that it does not help.
    Stream.of(ReasonCode.ALGORITHM_REFUSED, ReasonCode.WEAK_KEY, ReasonCode.SIGNATURE_INVALID)
        .forEach(code -> all.put("legacy " + code.code(), () -> ReasonFixtures.of(code).legacy()));
    AcceptedShapes.sample().forEach(shape -> all.put(shape.toString(), shape::fixture));
    return all;
  }

  @Test
  void everyFixtureIsJudgedTheSame(@TempDir Path folder) throws Exception {
    Map<String, Fixture> fixtures = new LinkedHashMap<>();
    fixtures().forEach((name, fixture) -> fixtures.put(name, fixture.get()));
    List<JsonNode> offline =
        VerifySamlCommand.batch(
            folder,
            fixtures.entrySet().stream().map(it -> it.getValue().line(it.getKey())).toList());
    assertThat(offline)
        .extracting(answer -> answer.path("id").asText())
        .containsExactlyElementsOf(fixtures.keySet());
    connection.create(fixtures.values().iterator().next());

    Map<String, Passed> accepted = new HashMap<>();
    for (JsonNode answer : offline) {
      String name = answer.path("id").asText();
      Fixture fixture = Objects.requireNonNull(fixtures.get(name));
      if (answer.path("verdict").asText().equals("accepted")) {
        TestRuns.Run run = passesATest(name, fixture);
        accepted.put(run.id().toString(), new Passed(run, name, answer.path("subject")));
      } else if (name.equals(ReasonCode.RESPONSE_TOO_LARGE.code())) {
        refusedUnread(fixture, answer);
      } else {
        assertThat(refused(fixture)).as(name).isEqualTo(reasons(answer.path("reasons")));
      }
    }

    assertThat(accepted).hasSize(AcceptedShapes.sample().size() + 2);
    for (Topic.Seen completed : told(accepted.keySet())) {
      sameSubject(Objects.requireNonNull(accepted.get(completed.key())), completed);
    }
  }

  /** A test run that passed, and whom the offline validator took its message to be about. */
  private record Passed(TestRuns.Run run, String name, JsonNode subject) {}

  private void sameSubject(Passed passed, Topic.Seen completed) throws JsonProcessingException {
    String sealed = json.readTree(completed.data()).path("evidence").asText();
    JsonNode reported = json.readTree(testRuns.evidence(passed.run(), sealed)).path("subject");
    for (String member : List.of("nameId", "nameIdFormat", "email", "attributes")) {
      assertThat(reported.path(member))
          .as("%s of %s", member, passed.name())
          .isEqualTo(passed.subject().path(member));
    }
  }

  private List<Reason> refused(Fixture fixture) {
    TestConnection live = connection.expecting(fixture);
    Set<String> prompt = fixture.authenticatedAfter().isPresent() ? Set.of("login") : Set.of();
    Away alice = trips.leave(live, trips.request(live.email("alice"), null, null, prompt, null));
    Response page = answered(alice, fixture);
    Matcher reference = REFERENCE.matcher(page.asString());
    assertThat(reference.find()).as(page.asString()).isTrue();
    JsonNode found =
        given()
            .auth()
            .oauth2(AdminTokens.operator())
            .get("/v1/sign-ins/{reference}", reference.group())
            .then()
            .statusCode(200)
            .extract()
            .as(JsonNode.class);
    return reasons(found.path("findings"));
  }

  /** The limit of the gateway's front door is lower, and says the same. */
  private void refusedUnread(Fixture fixture, JsonNode answer) {
    Away alice = trips.leave(connection.expecting(fixture));
    Response page =
        alice
            .browser()
            .postResponse(
                alice.connection(), fixture.form().substring(0, 900_000), alice.relayState());

    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.asString()).contains(answer.at("/reasons/0/code").asText());
  }

  private TestRuns.Run passesATest(String name, Fixture fixture) {
    TestConnection live = connection.expecting(fixture);
    TestRuns.Run run = testRuns.create(live, live.customer().revision());
    // Some share an assertion's ID, which is nothing that a validator could remember.
    database.texts(
        "delete from used_assertion where connection = $1 returning connection", live.id());
    assertThat(answered(testRuns.open(run), fixture).asString())
        .as(name)
        .contains("The test sign-in passed");
    return run;
  }

  /** The fixtures' messages answer one and the same request, so that is what was sent now. */
  private Response answered(Away away, Fixture fixture) {
    database.texts(
        "update sign_in_attempt set request_id = id where request_id = $1 returning id",
        ResponseText.REQUEST);
    database.texts(
        "update sign_in_attempt set request_id = '"
            + ResponseText.REQUEST
            + "' where id = $1 returning id",
        away.relayState());
    return away.comesBackWith(fixture.form());
  }

  private List<Topic.Seen> told(Set<String> runs) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Topic.of("gatehouse.test-runs").events().stream()
                    .filter(event -> event.event().equals("TestRunCompleted"))
                    .filter(event -> runs.contains(event.key()))
                    .toList(),
            events -> events.size() == runs.size());
  }

  private static List<Reason> reasons(JsonNode nodes) {
    List<Reason> reasons = new ArrayList<>();
    nodes.forEach(node -> reasons.add(Reason.of(node)));
    return reasons;
  }
}
