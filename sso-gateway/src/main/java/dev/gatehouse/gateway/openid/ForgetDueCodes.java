package dev.gatehouse.gateway.openid;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Removes codes whose access tokens are long expired, and the personal data with them. */
@ApplicationScoped
class ForgetDueCodes {

  private static final Logger LOG = Logger.getLogger(ForgetDueCodes.class);
  private static final Duration KEPT = Duration.ofMinutes(30);

  private static final String FORGET =
      "delete from authorization_code where code_hash in (select code_hash from authorization_code"
          + " where expires_at < $1 order by expires_at limit 10000 for update skip locked)";

  private final Pool pool;
  private final Clock clock;

  ForgetDueCodes(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(every = "1m", delayed = "1m", identity = "forget-codes")
  Uni<Void> forget() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warn("Old codes cannot be removed", failure))
        .onFailure()
        .recoverWithNull();
  }
}
