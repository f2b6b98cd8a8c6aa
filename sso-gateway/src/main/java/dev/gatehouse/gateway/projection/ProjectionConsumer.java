package dev.gatehouse.gateway.projection;

import dev.gatehouse.access.OrganizationEvents;
import dev.gatehouse.access.OrganizationEvents.MembershipState;
import dev.gatehouse.access.OrganizationEvents.OrganizationState;
import dev.gatehouse.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the four state topics. Sign-in works on what has arrived, whether Kafka runs or not. */
@ApplicationScoped
class ProjectionConsumer {

  private final Intake intake;
  private final OrganizationEvents organizations;
  private final Projection projection;

  ProjectionConsumer(Intake intake, OrganizationEvents organizations, Projection projection) {
    this.intake = intake;
    this.organizations = organizations;
    this.projection = projection;
  }

  @Incoming("organizations")
  Uni<Void> onOrganization(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, OrganizationState.class, organizations::apply);
  }

  @Incoming("memberships")
  Uni<Void> onMembership(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, MembershipState.class, organizations::apply);
  }

  @Incoming("domains")
  Uni<Void> onDomain(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, DomainState.class, (event, state) -> projection.apply(state));
  }

  @Incoming("connections")
  Uni<Void> onConnection(ConsumerRecord<String, byte[]> record) {
    return intake.take(
        record,
        ConnectionState.class,
        (event, state) -> projection.apply(state, event.data().toString()));
  }
}
