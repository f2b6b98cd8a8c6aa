package dev.gatehouse.gateway.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Forgets sign-ins whose sessions no application keeps any more. */
@ApplicationScoped
class ForgetDueSessions {

  private static final Logger LOG = Logger.getLogger(ForgetDueSessions.class);

  private static final String FORGET =
      "delete from application_session where id in (select id from application_session"
          + " where at < $1 limit 10000 for update skip locked)";

  private final Pool pool;
  private final SessionConfig config;
  private final Clock clock;

  ForgetDueSessions(Pool pool, SessionConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "2m", identity = "forget-sessions")
  Uni<Void> forget() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(clock.instant().minus(config.remembered()).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warn("Old sign-ins cannot be forgotten", failure))
        .onFailure()
        .recoverWithNull();
  }
}
