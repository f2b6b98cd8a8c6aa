package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes domains off; a name that was held is free for others from then on. */
@ApplicationScoped
public class RemoveDomain {

  private final Domains domains;
  private final DomainEvents events;

  RemoveDomain(Domains domains, DomainEvents events) {
    this.domains = domains;
    this.events = events;
  }

  /** False when it is gone already. */
  Uni<Boolean> remove(Id id, Cause cause) {
    return Panache.withTransaction(() ->
        domains
            .locked(id)
            .flatMap(found ->
                found
                    .map(domain -> remove(domain, cause).replaceWith(true))
                    .orElseGet(() -> Uni.createFrom().item(false))));
  }

  private Uni<Void> remove(Domain domain, Cause cause) {
    DomainStatus before = domain.status();
    domain.remove();
    return events.changed(domain, before, cause);
  }

  /** All domains of an organization that was deleted; again does nothing. */
  public Uni<Void> removeAllOf(String organization, Cause cause) {
    return Panache.withTransaction(() ->
        domains
            .lockedUndeleted(organization)
            .onItem()
            .transformToMulti(all -> Multi.createFrom().iterable(all))
            .onItem()
            .transformToUniAndConcatenate(domain -> forget(domain, cause))
            .collect()
            .asList()
            .replaceWithVoid());
  }

  private Uni<Void> forget(Domain domain, Cause cause) {
    DomainStatus before = domain.status();
    domain.forget();
    return events.changed(domain, before, cause);
  }
}
