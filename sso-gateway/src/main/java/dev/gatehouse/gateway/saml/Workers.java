package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.page.TooBusy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where XML and signatures are worked on: never the event loop, and never more than a bounded
 * number of them, so that a flood of messages cannot starve the rest.
 */
@Singleton
public class Workers {

  private final ThreadPoolExecutor threads;

  Workers(SamlConfig config) {
    int size = config.workers().orElse(Runtime.getRuntime().availableProcessors());
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.queue()),
            work -> {
              Thread thread = new Thread(work, "saml-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(Workers.class.getClassLoader());
              return thread;
            });
  }

  /** Does the work, or fails with {@link TooBusy}; the result arrives on the caller's context. */
  public <T> Uni<T> run(Supplier<T> work) {
    Context caller = Vertx.currentContext();
    Uni<T> done =
        Uni.createFrom()
            .item(work)
            .runSubscriptionOn(threads)
            .onFailure(RejectedExecutionException.class)
            .transform(TooBusy::new);
    Executor back = caller == null ? Runnable::run : task -> caller.runOnContext(_ -> task.run());
    return done.emitOn(back);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
