package dev.gatehouse.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** Appends events in the transaction of a reactive PostgreSQL connection. */
@ApplicationScoped
public class SqlOutbox {

  private static final String INSERT =
      "insert into outbox ("
          + OutboxSql.COLUMNS
          + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

  /** The event is published if, and only if, the connection's transaction commits. */
  public Uni<Void> append(SqlClient connection, OutboxEvent event) {
    return connection.preparedQuery(INSERT).execute(tuple(event)).replaceWithVoid();
  }

  /** Like {@link #append}, and wakes the relay: for events that somebody is waiting to see. */
  public Uni<Void> appendAndWake(SqlClient connection, OutboxEvent event) {
    return append(connection, event)
        .call(() -> connection.preparedQuery(OutboxSql.NOTIFY).execute());
  }

  private static Tuple tuple(OutboxEvent event) {
    return Tuple.tuple()
        .addUUID(event.id())
        .addString(event.topic())
        .addString(event.key())
        .addString(event.type())
        .addString(event.subject())
        .addString(event.organization())
        .addString(event.actor())
        .addString(event.traceparent())
        .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC))
        .addString(event.json());
  }
}
