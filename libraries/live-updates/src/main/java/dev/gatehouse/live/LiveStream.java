package dev.gatehouse.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream. It lives on the Vert.x context of its request, where database sessions are
 * bound, and does one thing at a time; between two things it costs an entry in a set and a timer.
 */
final class LiveStream implements Changes.Listener {

  private static final Logger LOG = Logger.getLogger(LiveStream.class);

  private final Sse sse;
  private final SseEventSink sink;
  private final ObjectMapper json;
  private final LiveUpdates.Following following;
  private final LiveConfig config;
  private final Clock clock;
  private final Pending pending = new Pending();
  private volatile @Nullable MultiEmitter<? super Boolean> waker;
  private volatile boolean over;
  private Instant heartbeatAt;

  LiveStream(
      Sse sse,
      SseEventSink sink,
      ObjectMapper json,
      LiveUpdates.Following following,
      LiveConfig config,
      Clock clock) {
    this.sse = sse;
    this.sink = sink;
    this.json = json;
    this.following = following;
    this.config = config;
    this.clock = clock;
    this.heartbeatAt = clock.instant().plus(config.heartbeat());
  }

  /** Everything first, then what changes, until the token expires or the permission is gone. */
  void begin(Vertx vertx, Context context, Runnable whenOver) {
    pending.everything();
    Multi.createFrom()
        .<Boolean>emitter(
            emitter -> {
              waker = emitter;
              long timer = vertx.setPeriodic(config.tick().toMillis(), id -> tick());
              emitter.onTermination(() -> vertx.cancelTimer(timer));
              wake();
            },
            BackPressureStrategy.LATEST)
        .emitOn(task -> context.runOnContext(nothing -> task.run()))
        .onItem()
        .transformToMultiAndConcatenate(woken -> say(pending.take()))
        .onItem()
        .transformToUniAndConcatenate(event -> Uni.createFrom().completionStage(sink.send(event)))
        .onTermination()
        .invoke(() -> {
          whenOver.run();
          sink.close();
        })
        .subscribe()
        .with(sent -> {}, failure -> LOG.debugf("A reader went away: %s", failure));
  }

  @Override
  public void changed(Change change) {
    if (following.topic().covers(change)) {
      pending.one(change.id());
      wake();
    }
  }

  @Override
  public void anythingChanged() {
    pending.everything();
    wake();
  }

  private void tick() {
    Instant now = clock.instant();
    if (sink.isClosed()) {
      complete();
    } else if (!now.isBefore(following.standing().expiresAt())) {
      pending.expired();
      wake();
    } else if (!now.isBefore(heartbeatAt)) {
      heartbeatAt = now.plus(config.heartbeat());
      pending.heartbeat();
      wake();
    }
  }

  private void wake() {
    MultiEmitter<? super Boolean> emitter = waker;
    if (emitter != null) {
      emitter.emit(true);
    }
  }

  private Multi<OutboundSseEvent> say(Pending.Work work) {
    if (over || work.isNothing()) {
      return Multi.createFrom().empty();
    }
    if (work.expired()) {
      return written(List.of(LiveEvent.end("token_expired")));
    }
    return following
        .standing()
        .stillAllowed()
        .flatMap(allowed -> read(work))
        .onFailure()
        .recoverWithItem(failure -> List.of(LiveEvent.end(code(failure))))
        .onItem()
        .transformToMulti(events ->
            events.isEmpty()
                ? Multi.createFrom().item(sse.newEventBuilder().comment("still here").build())
                : written(events));
  }

  private Uni<List<LiveEvent>> read(Pending.Work work) {
    if (work.all()) {
      return following.source().all();
    }
    return Multi.createFrom()
        .iterable(work.ids())
        .onItem()
        .transformToUniAndConcatenate(following.source()::one)
        .collect()
        .asList()
        .map(each -> each.stream().flatMap(List::stream).toList());
  }

  /** Whoever may no longer see it is told so; a fault of ours is an end like any other. */
  private static String code(Throwable failure) {
    if (failure instanceof HttpProblem problem
        && problem.getParameters().get("code") instanceof String code) {
      return code;
    }
    LOG.error("A live stream broke off", failure);
    return "service_unavailable";
  }

  private Multi<OutboundSseEvent> written(List<LiveEvent> events) {
    over = events.stream().anyMatch(LiveEvent::last);
    Multi<OutboundSseEvent> all = Multi.createFrom().iterable(events).map(this::written);
    return over ? all.onCompletion().invoke(this::complete) : all;
  }

  private void complete() {
    MultiEmitter<? super Boolean> emitter = waker;
    if (emitter != null) {
      emitter.complete();
    }
  }

  private OutboundSseEvent written(LiveEvent event) {
    try {
      return sse.newEventBuilder()
          .name(event.name())
          .data(json.writeValueAsString(event.data()))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Views are always writable", e);
    }
  }
}
