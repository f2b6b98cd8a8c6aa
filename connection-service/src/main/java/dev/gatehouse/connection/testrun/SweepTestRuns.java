package dev.gatehouse.connection.testrun;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Abandons runs that nobody finished, and forgets raw messages; harmless on several replicas. */
@ApplicationScoped
class SweepTestRuns {

  private static final Duration RAW_LIFE = Duration.ofDays(7);

  private final TestRuns runs;
  private final Clock clock;

  SweepTestRuns(TestRuns runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** Until when the raw messages of a run that finished then are shown. */
  static Instant rawUntil(Instant finishedAt) {
    return finishedAt.plus(RAW_LIFE);
  }

  @Scheduled(
      every = "{gatehouse.test-runs.sweep}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class,
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @WithTransaction
  Uni<Void> sweep() {
    Instant now = clock.instant();
    return runs.abandon(now)
        .flatMap(abandoned -> runs.forgetRawMessages(now.minus(RAW_LIFE)))
        .replaceWithVoid();
  }
}
