package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.ids.Id;
import dev.gatehouse.oidc.discovery.Discovery;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.oidc.guarded.CallersContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Where the endpoints of identity providers are, from each issuer's own discovery document. Read
 * again every hour; while an issuer does not answer, what it last said holds for a day.
 */
@Singleton
class Providers {

  private static final int MOST = 5_000;
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Discovery discovery;
  private final Clock clock;
  private final Map<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  Providers(Discovery discovery, Clock clock) {
    this.discovery = discovery;
    this.clock = clock;
  }

  /**
   * Customers are kept apart: nobody can use up another's questions or push out its answers.
   *
   * @param document of this client's own, where the issuer may publish one
   */
  private record Key(Id connection, String issuer, Optional<URI> document) {}

  /** Never fails; resumes where the caller is. */
  Uni<DiscoveryOutcome> of(Id connection, OidcSettings settings) {
    return Uni.createFrom()
        .deferred(() -> {
          Executor back = CallersContext.current();
          Key key = new Key(connection, settings.issuer(), ownDocument(settings));
          return held(key).wanted().emitOn(back);
        });
  }

  /**
   * An Entra app that maps claims signs with a key of its own, which only the configuration with
   * its appid leads to; for the others that says what the usual one says.
   */
  private static Optional<URI> ownDocument(OidcSettings settings) {
    return Subjects.isEntra(settings)
        ? Optional.of(
            UriBuilder.fromUri(settings.issuer())
                .path(".well-known/openid-configuration")
                .queryParam("appid", "{client}")
                .build(settings.clientId()))
        : Optional.empty();
  }

  private Uni<DiscoveryOutcome> read(Key key) {
    Uni<DiscoveryOutcome> usual = discovery.read(URI.create(key.issuer()));
    return key.document()
        .map(document ->
            discovery
                .read(document)
                .flatMap(outcome ->
                    switch (outcome) {
                      case DiscoveryOutcome.Found _ -> Uni.createFrom().item(outcome);
                      case DiscoveryOutcome.Refused _ -> usual;
                    }))
        .orElse(usual);
  }

  private Held held(Key key) {
    synchronized (held) {
      Held found = held.computeIfAbsent(key, missing -> new Held(missing));
      if (held.size() > MOST) {
        var eldest = held.keySet().iterator();
        eldest.next();
        eldest.remove();
      }
      return found;
    }
  }

  /** What one issuer said, and the one question to it that may be under way. */
  private final class Held {
    private final Key key;
    private @Nullable ProviderMetadata known;
    private Instant readAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;
    private DiscoveryOutcome.@Nullable Refused refused;
    private @Nullable Uni<DiscoveryOutcome> underWay;

    Held(Key key) {
      this.key = key;
    }

    synchronized Uni<DiscoveryOutcome> wanted() {
      Instant now = clock.instant();
      var present = known;
      if (present != null && isWithin(FRESH, readAt, now)) {
        return Uni.createFrom().item(new DiscoveryOutcome.Found(present));
      }
      var joined = underWay;
      if (joined != null) {
        return joined;
      }
      var failed = refused;
      if (failed != null && isWithin(PAUSE, askedAt, now)) {
        return Uni.createFrom().item(whatHolds(failed, now));
      }
      askedAt = now;
      Uni<DiscoveryOutcome> started = read(key).map(this::take).memoize().indefinitely();
      underWay = started;
      return started;
    }

    private synchronized DiscoveryOutcome take(DiscoveryOutcome outcome) {
      underWay = null;
      Instant now = clock.instant();
      return switch (outcome) {
        case DiscoveryOutcome.Found found -> {
          known = found.metadata();
          readAt = now;
          refused = null;
          yield found;
        }
        case DiscoveryOutcome.Refused failed -> {
          refused = failed;
          yield whatHolds(failed, now);
        }
      };
    }

    private DiscoveryOutcome whatHolds(DiscoveryOutcome.Refused failed, Instant now) {
      var present = known;
      return present != null && isWithin(KEPT, readAt, now)
          ? new DiscoveryOutcome.Found(present)
          : failed;
    }

    /** A clock that was set back makes nothing last longer. */
    private static boolean isWithin(Duration time, Instant since, Instant now) {
      return !now.isBefore(since) && now.isBefore(since.plus(time));
    }
  }
}
