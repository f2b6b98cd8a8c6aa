package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A look at a domain that is held by its record in DNS. Only DNS's own word that the record is not
 * there counts against it, and only once a day; no answer never does.
 */
@ApplicationScoped
public class RecheckDomain {

  private static final Logger LOG = Logger.getLogger(RecheckDomain.class);

  private final Domains domains;
  private final DomainEvents events;
  private final ProofConfig config;

  RecheckDomain(Domains domains, DomainEvents events, ProofConfig config) {
    this.domains = domains;
    this.events = events;
    this.config = config;
  }

  /** What a look can mean for a domain that is held. */
  public enum Proved {
    THERE,
    ABSENT,
    UNKNOWN
  }

  /** In a transaction of its own; the domain as it then is, empty when it is gone. */
  public Uni<Optional<Domain>> settle(
      Id id, Proved proved, LastCheck check, Instant again, Cause cause) {
    return Panache.withTransaction(() ->
        domains
            .locked(id)
            .call(found ->
                found
                    .filter(Domain::isHeldByRecord)
                    .map(domain -> settle(domain, proved, check, again, cause))
                    .orElseGet(() -> Uni.createFrom().voidItem())));
  }

  private Uni<Void> settle(
      Domain domain, Proved proved, LastCheck check, Instant again, Cause cause) {
    DomainStatus before = domain.status();
    Instant now = check.at();
    domain.remember(check);
    switch (proved) {
      case THERE -> domain.proofIsBack();
      case ABSENT -> domain.miss(now, config);
      case UNKNOWN -> {}
    }
    domain.recheckAt(again, now);
    if (domain.status() == before) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof(
        "The proof of a domain changed domainId=%s from=%s to=%s",
        domain.id(), before.code(), domain.status().code());
    return events.changed(domain, before, cause);
  }
}
