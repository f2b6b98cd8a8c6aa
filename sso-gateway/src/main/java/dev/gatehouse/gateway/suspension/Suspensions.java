package dev.gatehouse.gateway.suspension;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The suspensions in the database, which every sign-in and every redemption reads. */
@ApplicationScoped
class Suspensions {

  private static final String COLUMNS =
      "id, connection, organization, reason, created_at, created_by, lifted_at, lifted_by";

  /** The index lets one stop per connection be in force. */
  private static final String INSERT =
      "insert into suspension (id, connection, organization, reason, created_at, created_by)"
          + " values ($1, $2, $3, $4, $5, $6) on conflict (connection) where lifted_at is null"
          + " do nothing";

  private static final String LIFT =
      "update suspension set lifted_at = $2, lifted_by = $3 where id = $1 and lifted_at is null"
          + " returning "
          + COLUMNS;

  private static final String LIST =
      "select "
          + COLUMNS
          + " from suspension where lifted_at is null and ($1::text is null or connection = $1)"
          + " and ($2::text is null or (created_at, id) >"
          + " (select created_at, id from suspension where id = $2))"
          + " order by created_at, id limit $3";

  private final Pool pool;

  Suspensions(Pool pool) {
    this.pool = pool;
  }

  /** False when the connection is suspended already. */
  Uni<Boolean> insert(SqlClient connection, Suspension suspension) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                suspension.id().toString(),
                suspension.connection().toString(),
                suspension.organization().toString(),
                suspension.reason(),
                suspension.createdAt().atOffset(ZoneOffset.UTC),
                suspension.createdBy()))
        .map(inserted -> inserted.rowCount() == 1);
  }

  /** Empty when there is no such suspension in force. */
  Uni<Optional<Suspension>> lift(SqlClient connection, Id id, String by, Instant now) {
    return connection
        .preparedQuery(LIFT)
        .execute(Tuple.of(id.toString(), now.atOffset(ZoneOffset.UTC), by))
        .map(Suspensions::first);
  }

  /** Those in force. */
  Uni<List<Suspension>> list(@Nullable Id connection, @Nullable Id after, int limit) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(text(connection), text(after), limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Suspensions::read).toList());
  }

  private static Optional<Suspension> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next()));
  }

  private static Suspension read(Row row) {
    OffsetDateTime lifted = row.getOffsetDateTime("lifted_at");
    return new Suspension(
        Id.parse(IdKind.SUSPENSION, row.getString("id")),
        Id.parse(IdKind.CONNECTION, row.getString("connection")),
        Id.parse(IdKind.ORGANIZATION, row.getString("organization")),
        row.getString("reason"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("created_by"),
        lifted == null ? null : lifted.toInstant(),
        row.getString("lifted_by"));
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.toString();
  }
}
