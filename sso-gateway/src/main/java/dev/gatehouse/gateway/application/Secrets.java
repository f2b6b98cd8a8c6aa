package dev.gatehouse.gateway.application;

import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.SqlOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The secrets of a confidential application: two at most, so that one can be replaced while the
 * other still works.
 */
@ApplicationScoped
class Secrets {

  private static final String ADD =
      """
      insert into application_secret (id, application, secret_hash, created_at)
      select $1, $2, $3, $4
      where (select count(*) from application_secret where application = $2) < 2
      """;

  /** The last one stays: without it nobody could be signed in, and a public client it is not. */
  private static final String REMOVE =
      """
      delete from application_secret where application = $1 and id = $2
        and exists (select from application_secret other
          where other.application = $1 and other.id <> $2)
      """;

  private static final String LIST =
      "select id, created_at from application_secret where application = $1 order by created_at";

  private final Pool pool;
  private final SqlOutbox outbox;
  private final Events events;
  private final Ids ids;
  private final Clock clock;

  Secrets(Pool pool, SqlOutbox outbox, Events events, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.events = events;
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  /** Everything about a secret that may be told again. */
  record Secret(String id, Instant createdAt) {}

  /** A secret that is told once. */
  record NewSecret(String id, String value) {

    @Override
    public String toString() {
      return "NewSecret[" + id + "]";
    }
  }

  /** Empty when there are two already. The caller holds the application's row. */
  Uni<Optional<NewSecret>> add(SqlClient connection, Id application) {
    NewSecret secret = new NewSecret(ids.nextUuid().toString(), RandomTokens.next());
    return connection
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                secret.id(),
                application.toString(),
                Buffer.buffer(RandomTokens.hash(secret.value())),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .map(added -> added.rowCount() == 1 ? Optional.of(secret) : Optional.empty());
  }

  Uni<Optional<NewSecret>> addAudited(SqlClient connection, Id application, Cause cause) {
    return add(connection, application)
        .call(added ->
            added.isPresent()
                ? audit(
                    connection, application, cause, "application.secret_added", added.get().id())
                : Uni.createFrom().voidItem());
  }

  Uni<Boolean> remove(SqlClient connection, Id application, String secret, Cause cause) {
    return connection
        .preparedQuery(REMOVE)
        .execute(Tuple.of(application.toString(), secret))
        .map(removed -> removed.rowCount() == 1)
        .call(removed ->
            removed
                ? audit(connection, application, cause, "application.secret_removed", secret)
                : Uni.createFrom().voidItem());
  }

  Uni<List<Secret>> of(Id application) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(application.toString()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Secret(
                        row.getString("id"), row.getOffsetDateTime("created_at").toInstant()))
                .toList());
  }

  private Uni<Void> audit(
      SqlClient connection, Id application, Cause cause, String action, String secret) {
    return outbox.append(
        connection,
        events.audit(null, cause, action, application.toString(), null, Map.of("secret", secret)));
  }
}
