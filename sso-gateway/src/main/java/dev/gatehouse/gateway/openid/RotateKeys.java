package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.application.Application.Algorithm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes the keys that are missing or due, and withdraws those that nothing valid is signed with any
 * more. A successor is published before it signs; only the very first key signs at once.
 */
@ApplicationScoped
class RotateKeys {

  private final Pool pool;
  private final StoredKeys stored;
  private final KeyConfig config;
  private final Clock clock;

  RotateKeys(Pool pool, StoredKeys stored, KeyConfig config, Clock clock) {
    this.pool = pool;
    this.stored = stored;
    this.config = config;
    this.clock = clock;
  }

  /** Answers the keys that are published afterwards. */
  Uni<List<SigningKey>> rotate() {
    return pool.withTransaction(connection ->
        stored
            .alone(connection)
            .chain(() -> stored.published(connection))
            .flatMap(keys ->
                Multi.createFrom()
                    .items(Algorithm.values())
                    .onItem()
                    .transformToUniAndConcatenate(
                        algorithm -> rotate(connection, algorithm, of(algorithm, keys)))
                    .toUni()
                    .replaceWithVoid())
            .chain(() -> stored.published(connection)));
  }

  private static List<SigningKey> of(Algorithm algorithm, List<SigningKey> keys) {
    return keys.stream().filter(key -> key.algorithm() == algorithm).toList();
  }

  private Uni<Void> rotate(SqlClient connection, Algorithm algorithm, List<SigningKey> keys) {
    Instant now = clock.instant();
    if (keys.isEmpty()) {
      return stored.add(connection, algorithm, now, now);
    }
    Uni<Void> withdrawn =
        Multi.createFrom()
            .iterable(keys)
            .filter(key -> isRetired(key, keys, now))
            .onItem()
            .transformToUniAndConcatenate(key -> stored.withdraw(connection, key, now))
            .toUni()
            .replaceWithVoid();
    return keys.getLast().activeFrom().plus(config.lifetime()).isAfter(now)
        ? withdrawn
        : withdrawn.chain(
            () -> stored.add(connection, algorithm, now, now.plus(config.announcement())));
  }

  /** A later key has been signing for long enough. */
  private boolean isRetired(SigningKey key, List<SigningKey> keys, Instant now) {
    return keys.stream()
        .anyMatch(later ->
            later.activeFrom().isAfter(key.activeFrom())
                && !later.activeFrom().plus(config.retirement()).isAfter(now));
  }
}
