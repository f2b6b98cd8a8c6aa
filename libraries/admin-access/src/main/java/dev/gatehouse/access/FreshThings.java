package dev.gatehouse.access;

import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thing that another service made a moment ago may not have arrived here yet: it is awaited for a
 * short while before it counts as missing.
 */
@ApplicationScoped
public class FreshThings {

  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int TRIES = 20;

  private final Clock clock;

  FreshThings(Clock clock) {
    this.clock = clock;
  }

  /** Looks up, again and again for up to two seconds if the id is young; then answers as it is. */
  public <T> Uni<Optional<T>> await(Id id, Supplier<Uni<Optional<T>>> lookUp) {
    return attempt(id, lookUp, TRIES);
  }

  /** Whoever waited goes on where it was: a database session must not change threads. */
  private static Executor backTo(@Nullable Context context) {
    return context == null
        ? Infrastructure.getDefaultExecutor()
        : task -> context.runOnContext(nothing -> task.run());
  }

  private <T> Uni<Optional<T>> attempt(Id id, Supplier<Uni<Optional<T>>> lookUp, int left) {
    return lookUp
        .get()
        .flatMap(found ->
            found.isPresent() || left == 0 || !id.isFresh(clock.instant(), FRESH)
                ? Uni.createFrom().item(found)
                : Uni.createFrom()
                    .item(found)
                    .onItem()
                    .delayIt()
                    .by(PAUSE)
                    .emitOn(backTo(Vertx.currentContext()))
                    .flatMap(missing -> attempt(id, lookUp, left - 1)));
  }
}
