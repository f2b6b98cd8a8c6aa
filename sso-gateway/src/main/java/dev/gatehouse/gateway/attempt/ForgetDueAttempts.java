package dev.gatehouse.gateway.attempt;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Forgets attempts long over, and assertions that the clock alone refuses by now. */
@Singleton
class ForgetDueAttempts {

  /** Longer than any ticket lives, so that a used one is not taken for new. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String ATTEMPTS = "delete from sign_in_attempt where expires_at < $1";
  private static final String ASSERTIONS = "delete from used_assertion where until < $1";

  private final Underway underway;
  private final Pool pool;
  private final Clock clock;

  ForgetDueAttempts(Underway underway, Pool pool, Clock clock) {
    this.underway = underway;
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m")
  Uni<Void> forget() {
    Instant now = clock.instant();
    return delete(ATTEMPTS, now.minus(KEPT)).flatMap(_ -> delete(ASSERTIONS, now.minus(KEPT)));
  }

  /** Names of people stay in memory no longer than they may be needed. */
  @Scheduled(every = "1m")
  void forgetRemembered() {
    underway.forgetExpired(clock.instant());
  }

  private Uni<Void> delete(String sql, Instant before) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
