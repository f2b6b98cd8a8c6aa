package dev.gatehouse.gateway.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes the pool. The driver caches prepared statements of up to 2048 characters only; ours, which
 * do a whole step in one round trip, are longer and would be parsed anew each time.
 */
@Singleton
class StatementCache implements PgPoolCreator {

  private static final int LONGEST_STATEMENT = 16_384;

  @Override
  public Pool create(Input input) {
    for (PgConnectOptions options : input.pgConnectOptionsList()) {
      options.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
    }
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
