package dev.gatehouse.connection.idp;

import dev.gatehouse.fetch.GuardedFetch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Judges addresses that people's browsers are sent to: https, or a network the operator listed. */
@ApplicationScoped
public class BrowserAddresses {

  private final GuardedFetch fetch;

  BrowserAddresses(GuardedFetch fetch) {
    this.fetch = fetch;
  }

  /** Those of them that must not be used. Emits on the caller's Vert.x context. */
  public Uni<List<String>> unsafe(Collection<String> urls) {
    return Multi.createFrom()
        .iterable(urls)
        .select()
        .when(url -> isSafe(url).map(safe -> !safe))
        .collect()
        .asList();
  }

  private Uni<Boolean> isSafe(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().item(false);
    }
    if (address.getScheme() == null
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null) {
      return Uni.createFrom().item(false);
    }
    return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> Uni.createFrom().item(true);
      case "http" -> fetch.isAllowedNetwork(address);
      default -> Uni.createFrom().item(false);
    };
  }
}
