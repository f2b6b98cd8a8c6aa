package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.provider.DetectProvider.Hosting;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A check proved nothing: the domain goes on waiting, or its time is over. */
@ApplicationScoped
public class RecordCheck {

  private final Domains domains;
  private final DomainEvents events;
  private final Clock clock;

  RecordCheck(Domains domains, DomainEvents events, Clock clock) {
    this.domains = domains;
    this.events = events;
    this.clock = clock;
  }

  /** In a transaction of its own; the domain as it then is, empty when it is gone. */
  public Uni<Optional<Domain>> unproven(Id id, LastCheck check, Instant againAt, Cause cause) {
    return Panache.withTransaction(() ->
        domains
            .locked(id)
            .call(found ->
                found
                    .filter(Domain::isPending)
                    .map(domain -> goOn(domain, check, againAt, cause))
                    .orElseGet(() -> Uni.createFrom().voidItem())));
  }

  private Uni<Void> goOn(Domain domain, LastCheck check, Instant againAt, Cause cause) {
    domain.remember(check);
    if (domain.challenge().isExpired(clock.instant())) {
      domain.expire();
      return events.changed(domain, DomainStatus.PENDING, cause);
    }
    domain.checkAgainAt(againAt);
    return Uni.createFrom().voidItem();
  }

  /** Where the DNS is hosted; in a transaction of its own. */
  public Uni<Void> hostedBy(Id id, Hosting hosting) {
    return Panache.withTransaction(() ->
            domains.locked(id).invoke(found -> found.ifPresent(domain -> domain.hostedBy(hosting))))
        .replaceWithVoid();
  }
}
