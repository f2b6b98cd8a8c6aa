package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the state of every domain again, in transactions of some hundred. Each is locked, so
 * that no older state can follow a newer one into a compacted topic.
 */
@ApplicationScoped
class RepublishDomains {

  private static final int AT_A_TIME = 200;

  private final Domains domains;
  private final DomainEvents events;

  RepublishDomains(Domains domains, DomainEvents events) {
    this.domains = domains;
    this.events = events;
  }

  Uni<Long> all(Cause cause) {
    return from(null, 0, cause);
  }

  private Uni<Long> from(@Nullable Id after, long done, Cause cause) {
    return Panache.withTransaction(() -> some(after, cause))
        .flatMap(batch ->
            batch.isEmpty()
                ? Uni.createFrom().item(done)
                : from(batch.getLast().id(), done + batch.size(), cause));
  }

  private Uni<List<Domain>> some(@Nullable Id after, Cause cause) {
    return domains
        .lockedAfter(after, AT_A_TIME)
        .call(batch ->
            Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(domain -> events.again(domain, cause))
                .collect()
                .asList());
  }
}
