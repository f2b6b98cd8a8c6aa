package dev.gatehouse.org.organization;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes what happened to an organization into the outbox, in the transaction of the change. */
@ApplicationScoped
class OrganizationJournal {

  static final String TOPIC = "gatehouse.organizations";

  private final Organizations organizations;
  private final HibernateOutbox outbox;
  private final Events events;
  private final long epoch;

  OrganizationJournal(
      Organizations organizations,
      HibernateOutbox outbox,
      Events events,
      @ConfigProperty(name = "gatehouse.epoch") long epoch) {
    this.organizations = organizations;
    this.outbox = outbox;
    this.events = events;
    this.epoch = epoch;
  }

  /** The new state for everybody, and the audit record of how it came about. */
  Uni<Organization> changed(
      Organization organization,
      String event,
      Cause cause,
      String action,
      @Nullable Object before,
      @Nullable Object after) {
    String id = organization.id().toString();
    return publish(organization, event, cause)
        .flatMap(done -> organizations.getSession())
        .flatMap(
            session -> outbox.append(session, events.audit(id, cause, action, id, before, after)))
        .replaceWith(organization);
  }

  /** The present state alone. */
  Uni<Void> publish(Organization organization, String event, Cause cause) {
    String id = organization.id().toString();
    var state = OrganizationState.of(organization, epoch);
    return organizations
        .getSession()
        .flatMap(
            session -> outbox.append(session, events.state(TOPIC, event, id, id, cause, state)));
  }
}
