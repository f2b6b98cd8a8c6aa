package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.ids.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Logout tokens that applications have yet to take, in the database. */
@ApplicationScoped
class Deliveries {

  private static final String ADD =
      "insert into logout_delivery (jti, application, person, sid, next_at, created_at)"
          + " values ($1, $2, $3, $4, $5, $5)";

  /** Whoever claims has them for a while; if it dies, somebody else does it later. */
  private static final String CLAIM =
      """
      with due as (
        select jti from logout_delivery where next_at <= $1 order by next_at limit $3
        for update skip locked
      ), claimed as (
        update logout_delivery d set attempts = attempts + 1, next_at = $2 from due
        where d.jti = due.jti returning d.*
      ), pointless as (
        delete from logout_delivery d using claimed c, application a
        where d.jti = c.jti and a.id = c.application
          and (a.deleted or a.backchannel_logout_uri is null)
      )
      select c.jti, c.application, c.person, c.sid, c.attempts, a.backchannel_logout_uri,
        a.id_token_signed_response_alg
      from claimed c join application a on a.id = c.application
      where not a.deleted and a.backchannel_logout_uri is not null
      """;

  private static final String REMOVE = "delete from logout_delivery where jti = $1";
  private static final String LATER = "update logout_delivery set next_at = $2 where jti = $1";

  private final Pool pool;
  private final Ids ids;
  private final Clock clock;

  Deliveries(Pool pool, Clock clock) {
    this.pool = pool;
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  /** A session that an application has to end. */
  record Ended(String application, String person, String sid) {}

  /** One that is this process's to deliver now. */
  record Due(UUID jti, Ended session, int attempts, URI address, Algorithm algorithm) {}

  /** They are sent if, and only if, the connection's transaction commits. */
  Uni<Void> add(SqlClient connection, List<Ended> sessions) {
    if (sessions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return connection
        .preparedQuery(ADD)
        .executeBatch(
            sessions.stream()
                .map(each ->
                    Tuple.of(ids.nextUuid(), each.application(), each.person(), each.sid(), now))
                .toList())
        .replaceWithVoid();
  }

  Uni<List<Due>> claim(Duration lease, int atMost) {
    Instant now = clock.instant();
    return pool.preparedQuery(CLAIM)
        .execute(
            Tuple.of(
                now.atOffset(ZoneOffset.UTC), now.plus(lease).atOffset(ZoneOffset.UTC), atMost))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Deliveries::due).toList());
  }

  Uni<Void> remove(Due due) {
    return pool.preparedQuery(REMOVE).execute(Tuple.of(due.jti())).replaceWithVoid();
  }

  Uni<Void> later(Due due, Instant at) {
    return pool.preparedQuery(LATER)
        .execute(Tuple.of(due.jti(), at.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private static Due due(Row row) {
    return new Due(
        row.getUUID("jti"),
        new Ended(row.getString("application"), row.getString("person"), row.getString("sid")),
        row.getInteger("attempts"),
        URI.create(row.getString("backchannel_logout_uri")),
        Algorithm.valueOf(row.getString("id_token_signed_response_alg")));
  }
}
