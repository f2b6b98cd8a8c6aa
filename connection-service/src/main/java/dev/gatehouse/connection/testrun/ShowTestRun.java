package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.explanation.ExplainFailures;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.failure.ExplainedReason;
import dev.gatehouse.languages.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Opens what a run found and adds what to change in that provider's console. */
@ApplicationScoped
class ShowTestRun {

  private static final String NEVER_CAME_BACK = "test_abandoned";
  private static final TypeReference<Map<String, Object>> SUBJECT = new TypeReference<>() {};

  private final Evidence evidence;
  private final ExplainFailures failures;
  private final ObjectMapper json;
  private final Clock clock;

  ShowTestRun(Evidence evidence, ExplainFailures failures, ObjectMapper json, Clock clock) {
    this.evidence = evidence;
    this.failures = failures;
    this.json = json;
    this.clock = clock;
  }

  /** As it is when it begins: nothing is explained yet. */
  TestRunView started(TestRun run, ConnectionSnapshot connection, URI startUrl) {
    return view(run, connection, Language.ENGLISH, startUrl, false);
  }

  /** Without the raw messages. */
  TestRunView brief(TestRun run, ConnectionSnapshot connection, Language language) {
    return view(run, connection, language, null, false);
  }

  TestRunView whole(TestRun run, ConnectionSnapshot connection, Language language) {
    return view(run, connection, language, null, true);
  }

  private TestRunView view(
      TestRun run,
      ConnectionSnapshot connection,
      Language language,
      @Nullable URI startUrl,
      boolean withRaw) {
    JsonNode report = evidence.report(run);
    ConnectionFailures explained = failures.of(connection, language);
    Instant rawUntil =
        run.finishedAt() == null || run.sealedRaw() == null
            ? null
            : SweepTestRuns.rawUntil(run.finishedAt());
    boolean showsRaw = withRaw && rawUntil != null && clock.instant().isBefore(rawUntil);
    JsonNode raw = showsRaw ? evidence.raw(run) : json.createObjectNode();
    return new TestRunView(
        run.id(),
        run.organization(),
        run.connection(),
        run.revision(),
        run.status(),
        run.progress(),
        startUrl,
        run.startedBy(),
        run.createdAt(),
        run.expiresAt(),
        run.finishedAt(),
        each(report.path("checks")).stream()
            .map(node -> check(node, connection.protocol(), explained))
            .toList(),
        reasons(run, report, explained),
        errorSearch(run, connection),
        report.path("subject").isObject()
            ? json.convertValue(report.path("subject"), SUBJECT)
            : null,
        text(raw, "request"),
        text(raw, "response"),
        rawUntil);
  }

  private static TestRunView.Check check(
      JsonNode node, Protocol protocol, ConnectionFailures explained) {
    String name = node.path("name").asText();
    return new TestRunView.Check(
        name,
        explained.checkTitle(CheckTitles.of(protocol, name)),
        node.path("outcome").asText(),
        text(node, "expected"),
        text(node, "received"));
  }

  private static List<ExplainedReason> reasons(
      TestRun run, JsonNode report, ConnectionFailures explained) {
    return switch (run.status()) {
      case ABANDONED -> List.of(explained.explain(NEVER_CAME_BACK, null, null));
      case PENDING, PASSED, FAILED ->
          each(report.path("reasons")).stream()
              .map(node ->
                  explained.explain(
                      node.path("code").asText(), text(node, "expected"), text(node, "received")))
              .toList();
    };
  }

  /** For whoever looks at a page of the identity provider and waits for nothing. */
  private static @Nullable URI errorSearch(TestRun run, ConnectionSnapshot connection) {
    boolean waits = run.status() == RunStatus.PENDING && run.progress() != Progress.ANSWER_RECEIVED;
    return waits || run.status() == RunStatus.ABANDONED
        ? URI.create(
            "/v1/identity-providers/"
                + connection.provider()
                + "/errors?connection="
                + connection.id())
        : null;
  }

  private static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }
}
