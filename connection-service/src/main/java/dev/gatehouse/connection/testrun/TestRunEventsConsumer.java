package dev.gatehouse.connection.testrun;

import dev.gatehouse.intake.Event;
import dev.gatehouse.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the gateway how a run goes; our own news on the same topic is passed over. */
@ApplicationScoped
class TestRunEventsConsumer {

  private final Intake intake;
  private final TakeTestNews take;

  TestRunEventsConsumer(Intake intake, TakeTestNews take) {
    this.intake = intake;
    this.take = take;
  }

  @Incoming("test-runs")
  Uni<Void> on(ConsumerRecord<String, byte[]> record) {
    return intake.take(record, RunState.class, this::on);
  }

  private Uni<Void> on(Event event, RunState state) {
    return switch (event.name()) {
      case "TestRunProgressed" -> take.progressed(state);
      case "TestRunCompleted" -> take.completed(event, state);
      default -> Uni.createFrom().voidItem();
    };
  }
}
