package dev.gatehouse.verification.domain;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import dev.gatehouse.outbox.OutboxEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says what happened to a domain, in the transaction in which it happens. */
@ApplicationScoped
class DomainEvents {

  private static final String TOPIC = "gatehouse.domains";

  private final Events events;
  private final HibernateOutbox outbox;
  private final long epoch;

  DomainEvents(
      Events events, HibernateOutbox outbox, @ConfigProperty(name = "gatehouse.epoch") long epoch) {
    this.events = events;
    this.outbox = outbox;
    this.epoch = epoch;
  }

  /** The event and the audit record of a change that was just made. */
  Uni<Void> changed(Domain domain, @Nullable DomainStatus before, Cause cause) {
    return changed(domain, before, cause, Map.of());
  }

  /**
   * Like {@link #changed(Domain, DomainStatus, Cause)}.
   *
   * @param remarks what the audit record says besides
   */
  Uni<Void> changed(
      Domain domain, @Nullable DomainStatus before, Cause cause, Map<String, String> remarks) {
    Map<String, Object> after = audited(domain, domain.status());
    after.putAll(remarks);
    return Panache.getSession()
        .flatMap(session ->
            outbox
                .append(session, event(domain, cause))
                .flatMap(done ->
                    outbox.append(
                        session,
                        events.audit(
                            domain.organization().toString(),
                            cause,
                            "domain." + happened(domain.status()),
                            domain.id().toString(),
                            before == null ? null : audited(domain, before),
                            after))));
  }

  /** The state as it is, once more. */
  Uni<Void> again(Domain domain, Cause cause) {
    return Panache.getSession().flatMap(session -> outbox.append(session, event(domain, cause)));
  }

  private OutboxEvent event(Domain domain, Cause cause) {
    return events.state(
        TOPIC,
        name(domain.status()),
        domain.id().toString(),
        domain.organization().toString(),
        cause,
        DomainData.of(domain, epoch));
  }

  private static String name(DomainStatus status) {
    return switch (status) {
      case PENDING -> "DomainClaimed";
      case VERIFIED -> "DomainVerified";
      case LAPSING -> "DomainLapsing";
      case LAPSED -> "DomainLapsed";
      case EXPIRED -> "DomainExpired";
      case REMOVED, DELETED -> "DomainRemoved";
    };
  }

  private static String happened(DomainStatus status) {
    return status == DomainStatus.PENDING ? "claimed" : status.code();
  }

  private static Map<String, Object> audited(Domain domain, DomainStatus status) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("status", status.code());
    if (domain.status() != DomainStatus.DELETED) {
      data.put("name", domain.name().ascii());
    }
    return data;
  }
}
