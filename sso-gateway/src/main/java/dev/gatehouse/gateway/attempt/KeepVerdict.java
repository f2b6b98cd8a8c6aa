package dev.gatehouse.gateway.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stores, under its attempt, what an answer was worth; the browser that started finds it there. */
@Singleton
public class KeepVerdict {

  /** An identity provider may send hundreds of kilobytes, which the database has room for. */
  private static final int SMALL = 8_192;

  private final Attempts attempts;
  private final Verdicts verdicts;
  private final AnswerReceived answerReceived;
  private final Underway underway;
  private final Pool pool;
  private final Clock clock;

  KeepVerdict(
      Attempts attempts,
      Verdicts verdicts,
      AnswerReceived answerReceived,
      Underway underway,
      Pool pool,
      Clock clock) {
    this.attempts = attempts;
    this.verdicts = verdicts;
    this.answerReceived = answerReceived;
    this.underway = underway;
    this.pool = pool;
    this.clock = clock;
  }

  /** Of an answer that came. */
  public Uni<Void> keep(Attempt attempt, Verdict verdict) {
    String sealed = verdicts.seal(attempt, verdict);
    boolean accepted = verdict instanceof Verdict.Accepted;
    return switch (attempt.purpose()) {
      case Purpose.SignIn _ ->
          attempts
              .keepVerdict(attempt, sealed, accepted, clock.instant())
              .invoke(kept -> remember(attempt, sealed, verdict, kept))
              .replaceWithVoid();
      case Purpose.TestRun test ->
          pool.withTransaction(connection ->
              attempts
                  .keepVerdict(connection, attempt, sealed, accepted, clock.instant())
                  .flatMap(_ -> answerReceived.answered(connection, attempt, test)));
    };
  }

  /**
   * Of an answer to somebody's sign-in that was judged by what was remembered; false, and nothing
   * is stored, if that is not so any more.
   */
  public Uni<Boolean> keepIfUnchanged(Attempt attempt, Verdict verdict, JudgedBy judgedBy) {
    String sealed = verdicts.seal(attempt, verdict);
    boolean accepted = verdict instanceof Verdict.Accepted;
    return attempts
        .keepVerdict(attempt, sealed, accepted, judgedBy, clock.instant())
        .invoke(kept -> remember(attempt, sealed, verdict, kept));
  }

  private void remember(Attempt attempt, String sealed, Verdict verdict, boolean kept) {
    if (kept && verdict instanceof Verdict.Accepted accepted && sealed.length() <= SMALL) {
      underway.answer(attempt.answered(sealed), accepted.withoutChecks());
    } else {
      underway.forget(attempt.id());
    }
  }

  /** Of an attempt that could not even ask. */
  public Uni<Void> keepUnasked(Attempt attempt, Verdict.Rejected verdict) {
    return attempts
        .keepVerdict(attempt, verdicts.seal(attempt, verdict), false, clock.instant())
        .invoke(_ -> underway.forget(attempt.id()))
        .replaceWithVoid();
  }
}
