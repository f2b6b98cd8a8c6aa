package dev.gatehouse.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriedEventTest {

  private final Vertx vertx = Vertx.vertx();
  private final Intake intake =
      new Intake(
          new ObjectMapper(),
          new Freshness(Clock.systemUTC(), new SimpleMeterRegistry()),
          new SimpleMeterRegistry());

  /** What the handler reads. */
  record Thing(String id) {}

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Hibernate Reactive refuses to work anywhere else. */
  @Test
  void isAppliedAgainOnTheContextWhereItCameIn() throws Exception {
    List<@Nullable Context> seen = new CopyOnWriteArrayList<>();
    Context context = vertx.getOrCreateContext();
    CompletableFuture<Void> applied = new CompletableFuture<>();
    context.runOnContext(nothing ->
        intake
            .take(
                record("{\"id\":\"x\"}"),
                Thing.class,
                (event, thing) -> {
                  seen.add(Vertx.currentContext());
                  return seen.size() < 3
                      ? Uni.createFrom().failure(new IllegalStateException("the database is away"))
                      : Uni.createFrom().voidItem();
                })
            .subscribe()
            .with(applied::complete, applied::completeExceptionally));
    applied.get(10, TimeUnit.SECONDS);

    assertThat(seen).hasSize(3).containsOnly(context);
  }

  @Test
  void isNotTriedAgainWhenNobodyCanReadIt() {
    assertThatThrownBy(() ->
            intake
                .take(
                    record("not json"), Thing.class, (event, thing) -> Uni.createFrom().voidItem())
                .await()
                .indefinitely())
        .isInstanceOf(Undecodable.class);
  }

  private static ConsumerRecord<String, byte[]> record(String json) {
    var record = new ConsumerRecord<>("topic", 0, 0L, "key", json.getBytes(UTF_8));
    Map.of(
            "ce_id", "1",
            "ce_type", "dev.gatehouse.ThingHappened.v1",
            "ce_subject", "x",
            "ce_time", "2026-11-22T09:00:00Z")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }
}
