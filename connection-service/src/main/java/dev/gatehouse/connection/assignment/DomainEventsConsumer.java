package dev.gatehouse.connection.assignment;

import dev.gatehouse.connection.domain.DomainState;
import dev.gatehouse.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of domains from their owner. */
@ApplicationScoped
class DomainEventsConsumer {

  private final Intake intake;
  private final TakeDomain take;

  DomainEventsConsumer(Intake intake, TakeDomain take) {
    this.intake = intake;
    this.take = take;
  }

  @Incoming("domains")
  Uni<Void> on(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, DomainState.class, (event, state) -> take.take(state));
  }
}
