package dev.gatehouse.connection.activation;

import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Takes a connection off line. Stopping is always possible; no condition stands in its way. */
@ApplicationScoped
class DeactivateConnection {

  private final Connections connections;
  private final ConnectionJournal journal;
  private final Clock clock;

  DeactivateConnection(Connections connections, ConnectionJournal journal, Clock clock) {
    this.connections = connections;
    this.journal = journal;
    this.clock = clock;
  }

  /** Empty where the connection is gone; one that is not active stays as it is. */
  @WithTransaction
  Uni<Optional<ConnectionSnapshot>> deactivate(Id id, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty() || !found.get().before().isActive()) {
            return Uni.createFrom().item(found.map(Connections.Locked::before));
          }
          found.get().connection().goOffline(clock.instant(), cause.actor());
          return journal
              .changed(found.get(), "ConnectionDeactivated", "connection.deactivated", cause)
              .map(Optional::of);
        });
  }
}
