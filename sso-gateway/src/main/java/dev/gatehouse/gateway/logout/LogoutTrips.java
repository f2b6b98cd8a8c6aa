package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Browsers that are at the identity provider to sign out. They lead to an address that was fixed
 * before, so nothing is lost by letting one come back late, or twice.
 */
@ApplicationScoped
class LogoutTrips {

  private static final Logger LOG = Logger.getLogger(LogoutTrips.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String ADD =
      "insert into logout_trip (token_hash, request_id, connection, target, created_at)"
          + " values ($1, $2, $3, $4, $5)";
  private static final String BY_TOKEN =
      "select request_id, connection, target from logout_trip where token_hash = $1";
  private static final String BY_REQUEST =
      "select request_id, connection, target from logout_trip"
          + " where request_id = $1 and connection = $2";
  private static final String FORGET = "delete from logout_trip where created_at < $1";

  private final Pool pool;
  private final Clock clock;

  LogoutTrips(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * A trip that is under way.
   *
   * @param target the application's registered address; empty where it named none
   */
  record Trip(String requestId, Id connection, Optional<URI> target) {}

  Uni<Void> add(String token, Trip trip) {
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.of(
                Buffer.buffer(RandomTokens.hash(token)),
                trip.requestId(),
                trip.connection().toString(),
                trip.target().map(URI::toString).orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Optional<Trip>> byToken(String token) {
    return pool.preparedQuery(BY_TOKEN)
        .execute(Tuple.of(Buffer.buffer(RandomTokens.hash(token))))
        .map(LogoutTrips::first);
  }

  /** For identity providers that drop the RelayState. */
  Uni<Optional<Trip>> byRequest(Id connection, String requestId) {
    return pool.preparedQuery(BY_REQUEST)
        .execute(Tuple.of(requestId, connection.toString()))
        .map(LogoutTrips::first);
  }

  @Scheduled(every = "10m", delayed = "3m", identity = "forget-logout-trips")
  Uni<Void> forget() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warn("Old logouts cannot be forgotten", failure))
        .onFailure()
        .recoverWithNull();
  }

  private static Optional<Trip> first(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new Trip(
            row.getString("request_id"),
            Id.parse(IdKind.CONNECTION, row.getString("connection")),
            Optional.ofNullable(row.getString("target")).map(URI::create)));
  }
}
