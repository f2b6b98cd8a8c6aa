package dev.gatehouse.gateway.suspension;

import dev.gatehouse.access.Caller;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.OutboxEvent;
import dev.gatehouse.outbox.SqlOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Stops a connection and lets it go again, each written into the audit trail. */
@ApplicationScoped
class SuspendConnection {

  private final Pool pool;
  private final Suspensions suspensions;
  private final SqlOutbox outbox;
  private final Events events;
  private final Ids ids;
  private final Clock clock;

  SuspendConnection(
      Pool pool, Suspensions suspensions, SqlOutbox outbox, Events events, Clock clock) {
    this.pool = pool;
    this.suspensions = suspensions;
    this.outbox = outbox;
    this.events = events;
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  /** Empty when it is suspended already. */
  Uni<Optional<Suspension>> suspend(
      SqlClient transaction,
      KnownConnection connection,
      String reason,
      Caller caller,
      Cause cause) {
    Suspension suspension =
        new Suspension(
            ids.next(IdKind.SUSPENSION),
            connection.id(),
            connection.organization(),
            reason,
            clock.instant(),
            caller.actor(),
            null,
            null);
    return suspensions
        .insert(transaction, suspension)
        .flatMap(inserted ->
            inserted
                ? outbox
                    .append(transaction, audit("connection.suspended", suspension, cause))
                    .replaceWith(Optional.of(suspension))
                : Uni.createFrom().item(Optional.empty()));
  }

  /** False when there is no such suspension in force. */
  Uni<Boolean> lift(Id suspension, Caller caller, Cause cause) {
    return pool.withTransaction(transaction ->
        suspensions
            .lift(transaction, suspension, caller.actor(), clock.instant())
            .call(lifted ->
                lifted.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : outbox.append(transaction, audit("connection.resumed", lifted.get(), cause)))
            .map(Optional::isPresent));
  }

  private OutboxEvent audit(String action, Suspension suspension, Cause cause) {
    return events.audit(
        suspension.organization().toString(),
        cause,
        action,
        suspension.connection().toString(),
        null,
        Map.of("suspension", suspension.id(), "reason", suspension.reason()));
  }
}
