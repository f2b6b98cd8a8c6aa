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
import java.util.List;
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

  private static final String INSERT_IF =
      """
      insert into sign_in_attempt (id, request_id, connection, organization, revision, asked, test,
        test_run, browser, authenticated_after, created_at, expires_at)
      select $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text,
        $9::bytea, $10::timestamptz, $11::timestamptz, $12::timestamptz
      """;

  /** The parameters of a condition for {@link #beginIf} follow those of the attempt. */
  public static final int PARAMETERS = 12;

  /** The place of the request among them, and how long one may be to be remembered. */
  private static final int ASKED = 5;

  private static final int SMALL = 4_096;

  /** The columns of an attempt {@code a} that {@link #attempt} reads. */
  public static final String COLUMNS =
      """
      a.id, a.request_id, a.connection, a.organization, a.revision, a.asked, a.test, a.browser,
        a.authenticated_after, a.created_at, a.expires_at, a.verdict,
        a.finished_at is not null as finished\
      """;

  private static final String SELECT = "select " + COLUMNS + " from sign_in_attempt a where ";

  /**
   * Commits without waiting for the disk (the next commit that waits takes it along). For what has
   * to be done again, and can be, if PostgreSQL crashes within the next half second and forgets it:
   * the browser finds no attempt, no answer or no code, and nobody is signed in. Never for what
   * must not be forgotten: that a code was redeemed, an entry of the log, an event.
   */
  public static final String WITHOUT_WAITING =
      " returning set_config('synchronous_commit', 'off', true)";

  private static final String INSERT_WITHOUT_WAITING = INSERT + WITHOUT_WAITING;

  /** Of several answers the last accepted one counts; a refusal counts until there is one. */
  private static final String KEEP_VERDICT =
      """
      update sign_in_attempt set verdict = $2, accepted = $3, judged_at = $4
      where id = $1 and finished_at is null and ($3 or not accepted)
      """;

  private static final String KEEP_VERDICT_WITHOUT_WAITING = KEEP_VERDICT + WITHOUT_WAITING;

  /** Only while all that the verdict rests on is as it was. */
  private static final String KEEP_VERDICT_IF_UNCHANGED =
      """
      update sign_in_attempt a set verdict = $2, accepted = $3, judged_at = $4
      from connection c left join access_organization o on o.id = c.organization
      where a.id = $1 and a.finished_at is null and ($3 or not a.accepted)
        and a.request_id = $5 and a.connection = c.id and c.id = $6
        and c.epoch = $7 and c.version = $8 and c.status <> 'deleted' and o.deleted is not true
        and array(\
      """
          + EmailScope.HELD_BY_CONNECTION
          + ") = $9::text[]"
          + WITHOUT_WAITING;

  private static final String FINISH =
      "update sign_in_attempt set finished_at = $2 where id = $1 and finished_at is null";

  private final Underway underway;
  private final Pool pool;
  private final ObjectMapper json;

  Attempts(Underway underway, Pool pool, ObjectMapper json) {
    this.underway = underway;
    this.pool = pool;
    this.json = json;
  }

  /** Stores a new attempt to sign in. */
  public Uni<Void> begin(Attempt attempt) {
    Tuple parameters = parameters(attempt);
    return updated(pool, INSERT_WITHOUT_WAITING, parameters)
        .invoke(() -> remember(attempt, parameters))
        .replaceWithVoid();
  }

  /**
   * The same under a condition, in the same statement; false, and nothing is stored, if it does not
   * hold.
   *
   * @param condition SQL, a constant; its parameters come after {@link #PARAMETERS} others
   */
  public Uni<Boolean> beginIf(String condition, List<Object> parameters, Attempt attempt) {
    Tuple all = parameters(attempt);
    parameters.forEach(all::addValue);
    return updated(pool, INSERT_IF + " where " + condition + WITHOUT_WAITING, all)
        .invoke(stored -> {
          if (stored) {
            remember(attempt, all);
          }
        });
  }

  /** Anybody may ask for much; it is in the database, and memory is everybody's. */
  private void remember(Attempt attempt, Tuple parameters) {
    if (parameters.getString(ASKED).length() <= SMALL) {
      underway.begin(attempt);
    }
  }

  /** Stores a new attempt, in a transaction; false if the test run has one already. */
  public Uni<Boolean> begin(SqlClient connection, Attempt attempt) {
    return updated(connection, INSERT, parameters(attempt));
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

  /** Stores, in a transaction, what the response was worth, unless what came before it counts. */
  public Uni<Boolean> keepVerdict(
      SqlClient connection, Attempt attempt, String sealed, boolean accepted, Instant now) {
    return updated(connection, KEEP_VERDICT, verdict(attempt, sealed, accepted, now));
  }

  /** The same by itself. */
  Uni<Boolean> keepVerdict(Attempt attempt, String sealed, boolean accepted, Instant now) {
    return updated(pool, KEEP_VERDICT_WITHOUT_WAITING, verdict(attempt, sealed, accepted, now));
  }

  /** The same if the attempt, the connection and its email domains are still those. */
  Uni<Boolean> keepVerdict(
      Attempt attempt, String sealed, boolean accepted, JudgedBy judgedBy, Instant now) {
    return updated(
        pool,
        KEEP_VERDICT_IF_UNCHANGED,
        verdict(attempt, sealed, accepted, now)
            .addString(attempt.requestId())
            .addString(attempt.connection().toString())
            .addLong(judgedBy.epoch())
            .addLong(judgedBy.version())
            .addArrayOfString(judgedBy.emailDomains().toArray(String[]::new)));
  }

  private static Tuple verdict(Attempt attempt, String sealed, boolean accepted, Instant now) {
    return Tuple.of(attempt.id().toString(), sealed, accepted, now.atOffset(ZoneOffset.UTC));
  }

  private static Uni<Boolean> updated(SqlClient connection, String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .map(updated -> updated.rowCount() == 1);
  }

  /** Ends an attempt; true for exactly one of those who try. */
  public Uni<Boolean> finish(SqlClient connection, Attempt attempt, Instant now) {
    return updated(
        connection, FINISH, Tuple.of(attempt.id().toString(), now.atOffset(ZoneOffset.UTC)));
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
