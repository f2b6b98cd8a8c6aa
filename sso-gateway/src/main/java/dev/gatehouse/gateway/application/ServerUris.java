package dev.gatehouse.gateway.application;

import dev.gatehouse.fetch.GuardedFetch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Refuses, before it is stored, a URI that no call of ours would ever be allowed to reach. */
@ApplicationScoped
class ServerUris {

  private final GuardedFetch fetch;

  ServerUris(GuardedFetch fetch) {
    this.fetch = fetch;
  }

  Uni<Void> requireReachable(@Nullable String text) {
    String uri = ServerUri.requireOptional(text);
    if (uri == null || !ServerUri.isPlainHttp(URI.create(uri))) {
      return Uni.createFrom().voidItem();
    }
    return fetch
        .isAllowedNetwork(URI.create(uri))
        .invoke(allowed -> {
          if (!allowed) {
            throw ServerUri.refused(uri);
          }
        })
        .replaceWithVoid();
  }
}
