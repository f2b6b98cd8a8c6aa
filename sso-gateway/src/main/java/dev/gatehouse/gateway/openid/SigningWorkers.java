package dev.gatehouse.gateway.openid;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Where tokens are signed: never the event loop. How many requests may be on their way to a
 * signature is bounded, and decided before a code is redeemed: a code that cannot be turned into a
 * token must not be used up.
 */
@Singleton
class SigningWorkers {

  private final ExecutorService threads;
  private final Semaphore places;

  SigningWorkers(Config config) {
    int size = config.workers().orElse(Runtime.getRuntime().availableProcessors());
    threads =
        Executors.newFixedThreadPool(
            size, Thread.ofPlatform().daemon().name("token-signing-", 1).factory());
    places = new Semaphore(size + config.queue());
  }

  /** How much signing is done at once. */
  @ConfigMapping(prefix = "gatehouse.token-signing")
  interface Config {

    /** Threads; one per processor unless set. */
    OptionalInt workers();

    /** How many more requests may wait. */
    @WithDefault("512")
    int queue();
  }

  /** There is no place; nothing has happened. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("too many tokens at once", null, false, false);
    }
  }

  /** Does the work if there is a place for it, else fails with {@link Busy}. */
  <T> Uni<T> admit(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() ->
            places.tryAcquire()
                ? work.get().onTermination().invoke(places::release)
                : Uni.createFrom().failure(new Busy()));
  }

  /** Signs on a worker; the result arrives on the caller's context. */
  <T> Uni<T> run(Supplier<T> signing) {
    Context caller = Vertx.currentContext();
    Uni<T> signed = Uni.createFrom().item(signing).runSubscriptionOn(threads);
    return caller == null ? signed : signed.emitOn(task -> caller.runOnContext(_ -> task.run()));
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
