package dev.gatehouse.connection.connection;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import dev.gatehouse.outbox.OutboxEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes what happened to a connection into the outbox, in the transaction of the change. */
@ApplicationScoped
public class ConnectionJournal {

  private static final Logger LOG = Logger.getLogger(ConnectionJournal.class);
  private static final String TOPIC = "gatehouse.connections";

  private final Connections connections;
  private final HibernateOutbox outbox;
  private final Events events;
  private final long epoch;

  ConnectionJournal(
      Connections connections,
      HibernateOutbox outbox,
      Events events,
      @ConfigProperty(name = "gatehouse.epoch") long epoch) {
    this.connections = connections;
    this.outbox = outbox;
    this.events = events;
    this.epoch = epoch;
  }

  /** Raises the version and tells everybody the new state, which is the answer. */
  public Uni<ConnectionSnapshot> changed(
      Connections.Locked locked, String event, String action, Cause cause) {
    locked.connection().changed();
    log(locked.connection(), action);
    return record(locked.connection(), locked.before(), event, action, cause);
  }

  Uni<ConnectionSnapshot> created(Connection connection, Cause cause) {
    log(connection, "connection.created");
    return record(connection, null, "ConnectionCreated", "connection.created", cause);
  }

  Uni<Void> deleted(Connections.Locked locked, Cause cause) {
    Connection connection = locked.connection();
    connection.changed();
    log(connection, "connection.deleted");
    String id = connection.id().toString();
    String organization = connection.organization().toString();
    return connections
        .flush()
        .flatMap(flushed -> publish(connection, "ConnectionDeleted", cause))
        .flatMap(published ->
            append(
                events.audit(
                    organization,
                    cause,
                    "connection.deleted",
                    id,
                    ConnectionView.of(locked.before()),
                    null)));
  }

  /** The present state alone. */
  Uni<Void> publish(Connection connection, String event, Cause cause) {
    if (!connection.isDeleted()) {
      return connections
          .snapshot(connection)
          .flatMap(now -> append(state(connection, event, cause, ConnectionEvent.of(now, epoch))));
    }
    return append(
        state(
            connection,
            event,
            cause,
            new ConnectionEvent.Deleted(
                connection.id(),
                connection.organization(),
                epoch,
                connection.version(),
                "deleted")));
  }

  private Uni<ConnectionSnapshot> record(
      Connection connection,
      @Nullable ConnectionSnapshot before,
      String event,
      String action,
      Cause cause) {
    return connections
        .flush()
        .flatMap(flushed -> connections.snapshot(connection))
        .call(after -> append(state(connection, event, cause, ConnectionEvent.of(after, epoch))))
        .call(after ->
            append(
                events.audit(
                    after.organization().toString(),
                    cause,
                    action,
                    after.id().toString(),
                    before == null ? null : ConnectionView.of(before),
                    ConnectionView.of(after))));
  }

  private static void log(Connection connection, String action) {
    LOG.infof(
        "%s organizationId=%s connectionId=%s", action, connection.organization(), connection.id());
  }

  private OutboxEvent state(Connection connection, String event, Cause cause, Object data) {
    return events.state(
        TOPIC,
        event,
        connection.id().toString(),
        connection.organization().toString(),
        cause,
        data);
  }

  private Uni<Void> append(OutboxEvent event) {
    return connections.getSession().flatMap(session -> outbox.append(session, event));
  }
}
