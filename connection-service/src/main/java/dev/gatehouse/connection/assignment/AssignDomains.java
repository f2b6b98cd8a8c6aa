package dev.gatehouse.connection.assignment;

import dev.gatehouse.connection.connection.AssignedDomain;
import dev.gatehouse.connection.connection.Assignments;
import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.domain.KnownDomain;
import dev.gatehouse.connection.domain.KnownDomains;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets which domains a connection signs in; the database gives a domain to one connection only. */
@ApplicationScoped
class AssignDomains {

  private final Connections connections;
  private final Assignments assignments;
  private final KnownDomains domains;
  private final ConnectionJournal journal;
  private final Clock clock;

  AssignDomains(
      Connections connections,
      Assignments assignments,
      KnownDomains domains,
      ConnectionJournal journal,
      Clock clock) {
    this.connections = connections;
    this.assignments = assignments;
    this.domains = domains;
    this.journal = journal;
    this.clock = clock;
  }

  /** What became of it. */
  sealed interface Outcome {
    record Assigned(ConnectionSnapshot connection) implements Outcome {}

    record Unknown(List<Id> domains) implements Outcome {}

    record Elsewhere(List<Id> domains) implements Outcome {}

    /** On a live connection a domain without proof would be a promise that nobody keeps. */
    record NotVerified(List<Id> domains) implements Outcome {}

    /** People are affected at once, so somebody has to say that this is meant. */
    record Unconfirmed(List<Id> added, List<Id> removed) implements Outcome {}

    record Stale() implements Outcome {}

    record Gone() implements Outcome {}
  }

  @WithTransaction
  Uni<Outcome> assign(Id id, long version, List<Id> wanted, boolean confirmed, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Gone());
          }
          if (found.get().before().version() != version) {
            return Uni.createFrom().item(new Outcome.Stale());
          }
          return domains
              .byId(wanted.stream().map(Id::toString).toList())
              .flatMap(known -> assign(found.get(), wanted, known, confirmed, cause));
        });
  }

  private Uni<Outcome> assign(
      Connections.Locked locked,
      List<Id> wanted,
      Map<String, KnownDomain> known,
      boolean confirmed,
      Cause cause) {
    ConnectionSnapshot before = locked.before();
    String organization = before.organization().toString();
    List<Id> present = before.domains().stream().map(AssignedDomain::id).toList();
    List<Id> added = wanted.stream().filter(domain -> !present.contains(domain)).toList();
    List<Id> removed = present.stream().filter(domain -> !wanted.contains(domain)).toList();
    List<Id> unknown =
        added.stream()
            .filter(domain -> {
              KnownDomain one = known.get(domain.toString());
              return one == null || !one.belongsTo(organization);
            })
            .toList();
    if (!unknown.isEmpty()) {
      return Uni.createFrom().item(new Outcome.Unknown(unknown));
    }
    if (added.isEmpty() && removed.isEmpty()) {
      return Uni.createFrom().item(new Outcome.Assigned(before));
    }
    if (before.isActive()) {
      List<Id> unverified =
          added.stream().filter(domain -> !isVerified(known, domain, organization)).toList();
      if (!unverified.isEmpty()) {
        return Uni.createFrom().item(new Outcome.NotVerified(unverified));
      }
      if (!confirmed) {
        return Uni.createFrom().item(new Outcome.Unconfirmed(added, removed));
      }
    }
    return change(locked, added, removed, cause);
  }

  private static boolean isVerified(
      Map<String, KnownDomain> known, Id domain, String organization) {
    KnownDomain one = known.get(domain.toString());
    return one != null && one.isVerifiedFor(organization);
  }

  private Uni<Outcome> change(
      Connections.Locked locked, List<Id> added, List<Id> removed, Cause cause) {
    Id id = locked.before().id();
    List<Id> lost = new ArrayList<>();
    Uni<Void> changes = Uni.createFrom().voidItem();
    for (Id domain : removed) {
      changes = changes.flatMap(done -> assignments.unassign(domain, id));
    }
    for (Id domain : added) {
      changes =
          changes
              .flatMap(done -> assignments.assign(domain, id, clock.instant()))
              .invoke(won -> {
                if (!won) {
                  lost.add(domain);
                }
              })
              .replaceWithVoid();
    }
    return changes.flatMap(done ->
        lost.isEmpty()
            ? journal
                .changed(locked, "ConnectionChanged", "connection.domains_assigned", cause)
                .map(Outcome.Assigned::new)
            : Panache.currentTransaction()
                .invoke(transaction -> transaction.markForRollback())
                .replaceWith(new Outcome.Elsewhere(lost)));
  }
}
