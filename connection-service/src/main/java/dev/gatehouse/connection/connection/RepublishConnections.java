package dev.gatehouse.connection.connection;

import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells everybody the present state of every connection again, deleted ones included. */
@ApplicationScoped
class RepublishConnections {

  private static final int PORTION = 100;

  private final Connections connections;
  private final ConnectionJournal journal;

  RepublishConnections(Connections connections, ConnectionJournal journal) {
    this.connections = connections;
    this.journal = journal;
  }

  /** How many were published. */
  Uni<Integer> republish(Cause cause) {
    return from("", 0, cause);
  }

  private Uni<Integer> from(String after, int before, Cause cause) {
    return Panache.withTransaction(
            () -> connections.all(after, PORTION).call(portion -> publish(portion, 0, cause)))
        .flatMap(portion ->
            portion.size() < PORTION
                ? Uni.createFrom().item(before + portion.size())
                : from(portion.getLast().id().toString(), before + portion.size(), cause));
  }

  private Uni<Void> publish(List<Connection> portion, int index, Cause cause) {
    if (index == portion.size()) {
      return Uni.createFrom().voidItem();
    }
    Connection next = portion.get(index);
    String event = next.isDeleted() ? "ConnectionDeleted" : "ConnectionChanged";
    return journal.publish(next, event, cause).flatMap(done -> publish(portion, index + 1, cause));
  }
}
