package dev.gatehouse.gateway.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Makes the pool. The driver caches prepared statements of up to 2048 characters only; ours, which
 * do a whole step in one round trip, are longer and would be parsed anew each time.
 */
@Singleton
class StatementCache implements PgPoolCreator {

  private static final int LONGEST_STATEMENT = 16_384;

  /**
   * Our statements look rows up by key, whatever the values: one plan each, kept. Planning one of
   * them costs more than running it, and compiling it (JIT) many times more.
   */
  private static final Map<String, String> SETTINGS =
      Map.of("plan_cache_mode", "force_generic_plan", "jit", "off");

  @Override
  public Pool create(Input input) {
    for (PgConnectOptions options : input.pgConnectOptionsList()) {
      options.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
      SETTINGS.forEach(options::addProperty);
    }
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
