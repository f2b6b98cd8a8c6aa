package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.guide.SetupGuide;
import dev.gatehouse.connection.provider.Providers;
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

  private static final TypeReference<Map<String, Object>> SUBJECT = new TypeReference<>() {};

  private final Evidence evidence;
  private final Providers providers;
  private final ObjectMapper json;
  private final Clock clock;

  ShowTestRun(Evidence evidence, Providers providers, ObjectMapper json, Clock clock) {
    this.evidence = evidence;
    this.providers = providers;
    this.json = json;
    this.clock = clock;
  }

  /** As it is when it begins. */
  TestRunView started(TestRun run, ConnectionSnapshot connection, URI startUrl) {
    return view(run, connection, startUrl, false);
  }

  /** Without the raw messages. */
  TestRunView brief(TestRun run, ConnectionSnapshot connection) {
    return view(run, connection, null, false);
  }

  TestRunView whole(TestRun run, ConnectionSnapshot connection) {
    return view(run, connection, null, true);
  }

  private TestRunView view(
      TestRun run, ConnectionSnapshot connection, @Nullable URI startUrl, boolean withRaw) {
    JsonNode report = evidence.report(run);
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
        each(report.path("checks")).stream().map(ShowTestRun::check).toList(),
        each(report.path("reasons")).stream().map(node -> reason(node, connection)).toList(),
        report.path("subject").isObject()
            ? json.convertValue(report.path("subject"), SUBJECT)
            : null,
        text(raw, "request"),
        text(raw, "response"),
        rawUntil);
  }

  private static TestRunView.Check check(JsonNode node) {
    return new TestRunView.Check(
        node.path("name").asText(),
        node.path("outcome").asText(),
        text(node, "expected"),
        text(node, "received"));
  }

  private TestRunView.Reason reason(JsonNode node, ConnectionSnapshot connection) {
    String code = node.path("code").asText();
    return new TestRunView.Reason(
        code,
        text(node, "text"),
        text(node, "expected"),
        text(node, "received"),
        providers.fix(connection.provider(), code).map(SetupGuide.values(connection)).orElse(null));
  }

  private static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }
}
