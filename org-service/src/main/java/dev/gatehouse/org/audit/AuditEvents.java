package dev.gatehouse.org.audit;

import dev.gatehouse.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what every service, ours included, wrote into its audit events. */
@ApplicationScoped
class AuditEvents {

  private final Intake intake;
  private final AuditTrail trail;

  AuditEvents(Intake intake, AuditTrail trail) {
    this.intake = intake;
    this.trail = trail;
  }

  @Incoming("audit")
  Uni<Void> on(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, AuditRecord.class, (event, audit) -> trail.keep(audit));
  }
}
