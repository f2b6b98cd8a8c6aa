package dev.gatehouse.gateway.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored attempts; whatever happens to a process between two steps, they are still here. */
@ApplicationScoped
public class Attempts {

  private static final String INSERT =
      """
      insert into sign_in_attempt (id, request_id, connection, organization, revision, asked, test,
        test_run, browser, authenticated_after, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      on conflict (test_run) where test_run is not null do nothing
      """;

  /** The columns of an attempt {@code a} that {@link #attempt} reads. */
  public static final String COLUMNS =
      """
      a.id, a.request_id, a.connection, a.organization, a.revision, a.asked, a.test, a.browser,
        a.authenticated_after, a.created_at, a.expires_at, a.verdict,
        a.finished_at is not null as finished\
      """;

  private static final String SELECT = "select " + COLUMNS + " from sign_in_attempt a where ";

  /** What was accepted stays; a refusal may still be followed by the real answer. */
  private static final String KEEP_VERDICT =
      """
      update sign_in_attempt set verdict = $2, accepted = $3, judged_at = $4
      where id = $1 and finished_at is null and ($3 or not accepted)
      """;

  private static final String FINISH =
      "update sign_in_attempt set finished_at = $2 where id = $1 and finished_at is null";

  private final Pool pool;
  private final ObjectMapper json;

  Attempts(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Stores a new attempt by itself. */
  public Uni<Boolean> begin(Attempt attempt) {
    return begin(pool, attempt);
  }

  /** Stores a new attempt; false if the test run has one already. */
  public Uni<Boolean> begin(SqlClient connection, Attempt attempt) {
    return connection
        .preparedQuery(INSERT)
        .execute(parameters(attempt))
        .map(inserted -> inserted.rowCount() == 1);
  }

  /** The attempt with this id. */
  public Uni<Optional<Attempt>> find(Id attempt) {
    return pool.preparedQuery(SELECT + "a.id = $1")
        .execute(Tuple.of(attempt.toString()))
        .map(this::first);
  }

  /** The attempt that sent this request over this connection. */
  public Uni<Optional<Attempt>> findByRequest(Id connection, String requestId) {
    return pool.preparedQuery(SELECT + "a.request_id = $1 and a.connection = $2")
        .execute(Tuple.of(requestId, connection.toString()))
        .map(this::first);
  }

  /** The attempt that sent this request, over whatever connection. */
  public Uni<Optional<Attempt>> findByRequest(String requestId) {
    return pool.preparedQuery(SELECT + "request_id = $1")
        .execute(Tuple.of(requestId))
        .map(this::first);
  }

  /** Stores what the response was worth. */
  public Uni<Void> keepVerdict(
      SqlClient connection, Attempt attempt, String sealed, boolean accepted, Instant now) {
    return connection
        .preparedQuery(KEEP_VERDICT)
        .execute(Tuple.of(attempt.id().toString(), sealed, accepted, now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Ends an attempt; true for exactly one of those who try. */
  public Uni<Boolean> finish(SqlClient connection, Attempt attempt, Instant now) {
    return connection
        .preparedQuery(FINISH)
        .execute(Tuple.of(attempt.id().toString(), now.atOffset(ZoneOffset.UTC)))
        .map(updated -> updated.rowCount() == 1);
  }

  private Tuple parameters(Attempt attempt) {
    Tuple tuple =
        Tuple.tuple()
            .addString(attempt.id().toString())
            .addString(attempt.requestId())
            .addString(attempt.connection().toString())
            .addString(attempt.organization().toString())
            .addString(attempt.revision().toString());
    switch (attempt.purpose()) {
      case Purpose.SignIn signIn ->
          tuple.addString(written(signIn)).addString(null).addString(null);
      case Purpose.TestRun test ->
          tuple.addString(null).addString(written(test)).addString(test.run().toString());
    }
    return tuple
        .addValue(Buffer.buffer(attempt.browser()))
        .addOffsetDateTime(
            attempt.authenticatedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .addOffsetDateTime(attempt.createdAt().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(attempt.expiresAt().atOffset(ZoneOffset.UTC));
  }

  private Optional<Attempt> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(attempt(rows.iterator().next()));
  }

  /** Reads {@link #COLUMNS}. */
  public Attempt attempt(Row row) {
    String asked = row.getString("asked");
    Purpose purpose =
        asked == null
            ? read(row.getString("test"), Purpose.TestRun.class)
            : read(asked, Purpose.SignIn.class);
    return new Attempt(
        Id.parse(IdKind.SIGN_IN, row.getString("id")),
        row.getString("request_id"),
        Id.parse(IdKind.CONNECTION, row.getString("connection")),
        Id.parse(IdKind.ORGANIZATION, row.getString("organization")),
        Id.parse(IdKind.REVISION, row.getString("revision")),
        purpose,
        row.getBuffer("browser").getBytes(),
        Optional.ofNullable(row.getOffsetDateTime("authenticated_after"))
            .map(OffsetDateTime::toInstant),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        Optional.ofNullable(row.getString("verdict")),
        row.getBoolean("finished"));
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an attempt is not writable as JSON", e);
    }
  }

  private <T> T read(@Nullable String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an attempt is not readable", e);
    }
  }
}
