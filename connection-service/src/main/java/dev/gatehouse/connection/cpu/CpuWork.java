package dev.gatehouse.connection.cpu;

import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs CPU work on few threads; a flood of it is turned away rather than queued without end. */
@ApplicationScoped
public class CpuWork {

  private static final int THREADS = 2;
  private static final int MOST_WAITING = 64;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final WorkerExecutor executor;
  private final AtomicInteger waiting = new AtomicInteger();

  CpuWork(Vertx vertx) {
    this.executor = vertx.createSharedWorkerExecutor("cpu-work", THREADS);
  }

  /** Emits on the caller's Vert.x context. */
  public <T> Uni<T> run(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> {
          if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw Problems.retryAfter(ProblemCode.SERVICE_UNAVAILABLE, TRY_AGAIN);
          }
          return executor
              .executeBlocking(work, false)
              .onComplete(done -> waiting.decrementAndGet())
              .toCompletionStage();
        });
  }
}
