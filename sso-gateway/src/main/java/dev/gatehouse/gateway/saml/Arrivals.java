package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.EmailScope;
import dev.gatehouse.gateway.attempt.JudgedBy;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.Recent;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads in one go what an arriving answer is judged by. */
@Singleton
class Arrivals {

  private static final String ARRIVED =
      "select "
          + Connections.STATE
          + ", "
          + Attempts.COLUMNS
          + ", array("
          + EmailScope.HELD_BY_CONNECTION
          + """
          ) as held
          from connection c left join access_organization o on o.id = c.organization
          left join sign_in_attempt a on a.id = $4
          where c.id = $3 and c.status <> 'deleted' and o.deleted is not true
          """;

  private static final int REMEMBERED = 2_000;

  private final Connections connections;
  private final Attempts attempts;
  private final Pool pool;
  private final Recent<Id, Arrival> recent = new Recent<>(REMEMBERED);

  Arrivals(Connections connections, Attempts attempts, Pool pool) {
    this.connections = connections;
    this.attempts = attempts;
    this.pool = pool;
  }

  /**
   * What an answer finds.
   *
   * @param attempt empty if there is none by that id, whatever its connection
   * @param held the email domains that the connection may speak for
   */
  record Arrival(KnownConnection connection, Optional<Attempt> attempt, List<String> held) {

    JudgedBy judgedBy() {
      return new JudgedBy(connection.epoch(), connection.version(), held);
    }
  }

  /** What the last answer of the attempt's connection found; it may have changed since. */
  Optional<Arrival> remembered(Attempt attempt) {
    return Optional.ofNullable(recent.get(attempt.connection()))
        .map(last -> new Arrival(last.connection(), Optional.of(attempt), last.held()));
  }

  /** Empty if there is no such connection. */
  Uni<Optional<Arrival>> find(Id connection, Optional<Id> attempt) {
    Connections.Remembered remembered = connections.remembered(connection);
    return pool.preparedQuery(ARRIVED)
        .execute(
            remembered
                .version()
                .addString(connection.toString())
                .addString(attempt.map(Id::toString).orElse(null)))
        .map(rows -> first(rows).map(row -> arrival(remembered, row)))
        .invoke(found -> found.ifPresent(this::remember));
  }

  private Arrival arrival(Connections.Remembered remembered, Row row) {
    return new Arrival(
        remembered.in(row),
        row.getString("id") == null ? Optional.empty() : Optional.of(attempts.attempt(row)),
        List.of(row.getArrayOfStrings("held")));
  }

  private void remember(Arrival arrival) {
    recent.put(
        arrival.connection().id(),
        new Arrival(arrival.connection(), Optional.empty(), arrival.held()));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
