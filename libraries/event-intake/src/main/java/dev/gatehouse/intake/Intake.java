package dev.gatehouse.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What every consumer does with a record. A handler fails when the database is away or the like:
 * then it is tried again for ever, in order. Handlers ignore names and fields they do not know.
 */
@ApplicationScoped
public class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final EventDecoder decoder;
  private final Freshness freshness;
  private final MeterRegistry metrics;

  Intake(ObjectMapper json, Freshness freshness, MeterRegistry metrics) {
    this.decoder = new EventDecoder(json);
    this.freshness = freshness;
    this.metrics = metrics;
  }

  /**
   * Applies the record, its data read as the given type (unknown fields are ignored). Completes
   * when the effect is committed, and only then is the record acknowledged.
   */
  public <T> Uni<Void> take(
      ConsumerRecord<String, byte[]> record,
      Class<T> type,
      BiFunction<Event, T, Uni<Void>> handler) {
    try {
      Event event = decoder.decode(record);
      if (event.name().equals("Heartbeat")) {
        freshness.heard(record.topic(), record.partition(), event.at());
        return Uni.createFrom().voidItem();
      }
      return applyForEver(record, event, decoder.read(event, type), handler);
    } catch (Undecodable undecodable) {
      metrics.counter("gatehouse.intake.undecodable", "topic", record.topic()).increment();
      LOG.errorf(
          "Undecodable record sent to the dead-letter topic topic=%s partition=%d offset=%d: %s",
          record.topic(), record.partition(), record.offset(), undecodable.getMessage());
      return Uni.createFrom().failure(undecodable);
    }
  }

  private static <T> Uni<Void> applyForEver(
      ConsumerRecord<String, byte[]> record,
      Event event,
      T data,
      BiFunction<Event, T, Uni<Void>> handler) {
    Executor here = backTo(Vertx.currentContext());
    return Uni.createFrom()
        .deferred(() -> handler.apply(event, data))
        .runSubscriptionOn(here)
        .onFailure()
        .invoke(failure ->
            LOG.warnf(
                failure,
                "Applying an event failed, trying again topic=%s event=%s",
                record.topic(),
                event.id()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  /** A retry starts where the first try did: a database session wants its Vert.x context. */
  private static Executor backTo(@Nullable Context context) {
    return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
  }
}
