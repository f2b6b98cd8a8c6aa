package dev.gatehouse.verification.organization;

import dev.gatehouse.access.OrganizationEvents;
import dev.gatehouse.access.OrganizationEvents.MembershipState;
import dev.gatehouse.access.OrganizationEvents.OrganizationState;
import dev.gatehouse.intake.Event;
import dev.gatehouse.intake.Intake;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.domain.RemoveDomain;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the copy that permissions are read from, and lets go of the domains of deleted
 * organizations. The copy first: from then on nobody can claim for that organization any more, so
 * that no domain slips in behind the removal.
 */
@ApplicationScoped
class OrganizationConsumer {

  private final Intake intake;
  private final OrganizationEvents copy;
  private final RemoveDomain removeDomain;

  OrganizationConsumer(Intake intake, OrganizationEvents copy, RemoveDomain removeDomain) {
    this.intake = intake;
    this.copy = copy;
    this.removeDomain = removeDomain;
  }

  @Incoming("organizations")
  Uni<Void> onOrganization(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, OrganizationState.class, this::apply);
  }

  @Incoming("memberships")
  Uni<Void> onMembership(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, MembershipState.class, copy::apply);
  }

  private Uni<Void> apply(Event event, OrganizationState state) {
    Uni<Void> copied = copy.apply(event, state);
    return state.isDeleted()
        ? copied.flatMap(done ->
            removeDomain.removeAllOf(state.id(), new Cause(event.actor(), event.traceparent())))
        : copied;
  }
}
