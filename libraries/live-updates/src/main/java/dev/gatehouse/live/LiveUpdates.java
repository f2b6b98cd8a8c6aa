package dev.gatehouse.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.access.Standing;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens streams of server-sent events, as many as are allowed. */
@Singleton
public class LiveUpdates {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Changes changes;
  private final LiveConfig config;
  private final Vertx vertx;
  private final Clock clock;
  private final CurrentVertxRequest request;
  private final ObjectMapper json;
  private final AtomicInteger open;
  private final Map<String, Integer> openOf = new ConcurrentHashMap<>();

  LiveUpdates(
      Changes changes,
      LiveConfig config,
      Vertx vertx,
      CurrentVertxRequest request,
      ObjectMapper json,
      MeterRegistry metrics,
      Clock clock) {
    this.changes = changes;
    this.config = config;
    this.vertx = vertx;
    this.request = request;
    this.json = json;
    this.clock = clock;
    this.open =
        Objects.requireNonNull(metrics.gauge("gatehouse.live.streams", new AtomicInteger()));
  }

  /** What to follow, decided once the reader is known and allowed. */
  public record Following(Standing standing, Topic topic, LiveSource source) {}

  /**
   * Answers a request for live updates: with a problem if the reader may not, else with a stream
   * that goes on after the request was handled. Every stream begins with the whole state, so
   * whoever reconnects has missed nothing and needs no Last-Event-ID.
   */
  public Uni<Void> follow(SseEventSink sink, Sse sse, Uni<Following> entered) {
    return entered
        .invoke(this::admit)
        .invoke(following -> begin(sink, sse, following))
        .replaceWithVoid();
  }

  private void begin(SseEventSink sink, Sse sse, Following following) {
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    // Proxies must neither keep it nor hold it back.
    request
        .getCurrent()
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    var stream = new LiveStream(sse, sink, json, following, config, clock);
    changes.add(stream);
    stream.begin(vertx, context, () -> leave(stream, following));
  }

  private void admit(Following following) {
    String caller = following.standing().caller().actor();
    int mine = openOf.merge(caller, 1, Integer::sum);
    if (open.incrementAndGet() > config.streams() || mine > config.streamsPerCaller()) {
      release(caller);
      throw Problems.retryAfter(ProblemCode.TOO_MANY_REQUESTS, SOON);
    }
  }

  private void leave(LiveStream stream, Following following) {
    changes.remove(stream);
    release(following.standing().caller().actor());
  }

  private void release(String caller) {
    open.decrementAndGet();
    openOf.compute(caller, (who, count) -> count == null || count == 1 ? null : count - 1);
  }
}
