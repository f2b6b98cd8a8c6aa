package dev.gatehouse.connection.organization;

import dev.gatehouse.access.OrganizationEvents;
import dev.gatehouse.access.OrganizationEvents.MembershipState;
import dev.gatehouse.access.OrganizationEvents.OrganizationState;
import dev.gatehouse.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of organizations and members from their owner. */
@ApplicationScoped
class OrganizationEventsConsumer {

  private final Intake intake;
  private final OrganizationEvents organizations;
  private final ClearOrganization clear;

  OrganizationEventsConsumer(
      Intake intake, OrganizationEvents organizations, ClearOrganization clear) {
    this.intake = intake;
    this.organizations = organizations;
    this.clear = clear;
  }

  @Incoming("organizations")
  Uni<Void> onOrganization(ConsumerRecord<String, byte[]> record) {
    return intake.take(
        record,
        OrganizationState.class,
        (event, state) -> {
          Uni<Void> applied = organizations.apply(event, state);
          return state.isDeleted() ? applied.flatMap(done -> clear.clear(state.id())) : applied;
        });
  }

  @Incoming("memberships")
  Uni<Void> onMembership(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, MembershipState.class, organizations::apply);
  }
}
