package dev.gatehouse.gateway.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stores, under its attempt, what an answer was worth; the browser that started finds it there. */
@Singleton
public class KeepVerdict {

  private final Attempts attempts;
  private final Verdicts verdicts;
  private final AnswerReceived answerReceived;
  private final Pool pool;
  private final Clock clock;

  KeepVerdict(
      Attempts attempts, Verdicts verdicts, AnswerReceived answerReceived, Pool pool, Clock clock) {
    this.attempts = attempts;
    this.verdicts = verdicts;
    this.answerReceived = answerReceived;
    this.pool = pool;
    this.clock = clock;
  }

  /** Of an answer that came. */
  public Uni<Void> keep(Attempt attempt, Verdict verdict) {
    String sealed = verdicts.seal(attempt, verdict);
    boolean accepted = verdict instanceof Verdict.Accepted;
    return switch (attempt.purpose()) {
      case Purpose.SignIn _ ->
          attempts.keepVerdict(pool, attempt, sealed, accepted, clock.instant());
      case Purpose.TestRun test ->
          pool.withTransaction(connection ->
              attempts
                  .keepVerdict(connection, attempt, sealed, accepted, clock.instant())
                  .flatMap(_ -> answerReceived.answered(connection, attempt, test)));
    };
  }

  /** Of an attempt that could not even ask. */
  public Uni<Void> keepUnasked(Attempt attempt, Verdict.Rejected verdict) {
    return attempts.keepVerdict(
        pool, attempt, verdicts.seal(attempt, verdict), false, clock.instant());
  }
}
