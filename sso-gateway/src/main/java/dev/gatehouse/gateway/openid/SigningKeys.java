package dev.gatehouse.gateway.openid;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.gateway.application.Application.Algorithm;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** The signing keys in memory, as fresh as the last look into the database. */
@ApplicationScoped
class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final Duration AT_START = Duration.ofSeconds(30);

  private final RotateKeys rotate;
  private final Clock clock;
  private volatile Loaded loaded = new Loaded(List.of(), "{\"keys\":[]}");

  SigningKeys(RotateKeys rotate, Clock clock) {
    this.rotate = rotate;
    this.clock = clock;
  }

  private record Loaded(List<SigningKey> keys, String published) {}

  void load(@Observes StartupEvent start) {
    refresh().await().atMost(AT_START);
  }

  /** Often enough that every replica publishes a key long before any of them signs with it. */
  @Scheduled(every = "30s", delayed = "30s", identity = "refresh-signing-keys")
  Uni<Void> refreshRegularly() {
    return refresh()
        .onFailure()
        .invoke(failure -> LOG.error("Signing keys cannot be refreshed", failure))
        .onFailure()
        .recoverWithNull();
  }

  Uni<Void> refresh() {
    return rotate.rotate().invoke(this::keep).replaceWithVoid();
  }

  private void keep(List<SigningKey> keys) {
    JWKSet set = new JWKSet(keys.stream().map(SigningKey::published).toList());
    loaded = new Loaded(keys, set.toString(true));
  }

  /** The key to sign with now: the latest that is active. */
  SigningKey current(Algorithm algorithm) {
    Instant now = clock.instant();
    List<SigningKey> ours =
        loaded.keys().stream().filter(key -> key.algorithm() == algorithm).toList();
    return ours.reversed().stream()
        .filter(key -> !key.activeFrom().isAfter(now))
        .findFirst()
        .orElseGet(ours::getFirst);
  }

  /** The JWK set (RFC 7517 section 5). */
  String published() {
    return loaded.published();
  }
}
