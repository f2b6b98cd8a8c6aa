package dev.gatehouse.connection.organization;

import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.DeleteConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes what a deleted organization leaves behind, keys first of all. */
@ApplicationScoped
class ClearOrganization {

  private final Connections connections;
  private final DeleteConnection delete;

  ClearOrganization(Connections connections, DeleteConnection delete) {
    this.connections = connections;
    this.delete = delete;
  }

  /** One transaction for each connection; doing it again finds nothing more to do. */
  Uni<Void> clear(String organization) {
    return Panache.withSession(() -> connections.of(organization)).flatMap(left -> clear(left, 0));
  }

  private Uni<Void> clear(List<Id> left, int index) {
    return index == left.size()
        ? Uni.createFrom().voidItem()
        : delete
            .deleteEvenIfActive(left.get(index), Cause.ofService("connection-service"))
            .flatMap(done -> clear(left, index + 1));
  }
}
