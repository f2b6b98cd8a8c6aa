package dev.gatehouse.gateway.testrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.access.Traces;
import dev.gatehouse.gateway.attempt.AnswerReceived;
import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.SqlOutbox;
import dev.gatehouse.sealing.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells connection-service how a test run goes; somebody is watching, so the relay is woken. */
@Singleton
class TestRunEvents implements AnswerReceived {

  private static final String TOPIC = "gatehouse.test-runs";

  private final SqlOutbox outbox;
  private final Events events;
  private final Traces traces;
  private final Seal seal;
  private final ObjectMapper json;
  private final Clock clock;

  TestRunEvents(
      SqlOutbox outbox,
      Events events,
      Traces traces,
      @Named("test-runs") Seal seal,
      ObjectMapper json,
      Clock clock) {
    this.outbox = outbox;
    this.events = events;
    this.traces = traces;
    this.seal = seal;
    this.json = json;
    this.clock = clock;
  }

  Uni<Void> requestSent(SqlClient connection, Attempt attempt, Purpose.TestRun test) {
    return tell(connection, "TestRunProgressed", attempt, test, "request_sent", Optional.empty());
  }

  @Override
  public Uni<Void> answered(SqlClient connection, Attempt attempt, Purpose.TestRun test) {
    return tell(
        connection, "TestRunProgressed", attempt, test, "answer_received", Optional.empty());
  }

  Uni<Void> completed(
      SqlClient connection,
      Attempt attempt,
      Purpose.TestRun test,
      boolean passed,
      Evidence evidence) {
    return tell(
        connection,
        "TestRunCompleted",
        attempt,
        test,
        passed ? "passed" : "failed",
        Optional.of(sealed(test, evidence)));
  }

  private String sealed(Purpose.TestRun test, Evidence evidence) {
    try {
      return seal.seal(json.writeValueAsBytes(evidence), test.run().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Uni<Void> tell(
      SqlClient connection,
      String event,
      Attempt attempt,
      Purpose.TestRun test,
      String status,
      Optional<String> evidence) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("run", test.run().toString());
    data.put("organization", attempt.organization().toString());
    data.put("connection", attempt.connection().toString());
    data.put("revision", attempt.revision().toString());
    data.put("connectionVersion", test.connectionVersion());
    data.put("status", status);
    data.put("at", clock.instant().toString());
    data.put("evidence", evidence.orElse(null));
    return outbox.appendAndWake(
        connection,
        events.log(
            TOPIC,
            test.run().toString(),
            event,
            test.run().toString(),
            attempt.organization().toString(),
            traces.causedBy(test.caller()),
            data));
  }
}
