package dev.gatehouse.connection.assignment;

import dev.gatehouse.connection.connection.Assignments;
import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.domain.DomainState;
import dev.gatehouse.connection.domain.KnownDomains;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Remembers news of a domain; one that is gone leaves its connection in the same transaction. */
@ApplicationScoped
class TakeDomain {

  private final KnownDomains domains;
  private final Assignments assignments;
  private final Connections connections;
  private final ConnectionJournal journal;

  TakeDomain(
      KnownDomains domains,
      Assignments assignments,
      Connections connections,
      ConnectionJournal journal) {
    this.domains = domains;
    this.assignments = assignments;
    this.connections = connections;
    this.journal = journal;
  }

  @WithTransaction
  Uni<Void> take(DomainState state) {
    return domains
        .apply(state)
        .flatMap(
            newer -> newer && state.isGone() ? leave(state.id()) : Uni.createFrom().voidItem());
  }

  private Uni<Void> leave(String domain) {
    return assignments
        .holder(domain)
        .flatMap(holder ->
            holder.isEmpty() ? Uni.createFrom().voidItem() : unassign(holder.get(), domain));
  }

  private Uni<Void> unassign(Id connection, String domain) {
    return connections
        .lock(connection)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().voidItem()
                : assignments
                    .unassign(Id.parse(IdKind.DOMAIN, domain), connection)
                    .flatMap(done ->
                        journal.changed(
                            found.get(),
                            "ConnectionChanged",
                            "connection.domain_gone",
                            Cause.ofService("connection-service")))
                    .replaceWithVoid());
  }
}
