package dev.gatehouse.verification.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The DNS providers we know, from {@code dns-providers.json}. */
@Singleton
public class DnsProviders {

  private final List<DnsProvider> known;

  DnsProviders(ObjectMapper json) {
    try (InputStream list = DnsProviders.class.getResourceAsStream("dns-providers.json")) {
      if (list == null) {
        throw new IllegalStateException("dns-providers.json is missing");
      }
      this.known = json.readValue(list, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The provider that runs the zone's servers, if we know it. */
  public Optional<DnsProvider> running(NameServers.Zone zone) {
    return known.stream()
        .filter(provider -> zone.servers().stream().anyMatch(provider::runs))
        .findFirst();
  }

  /** The provider with this key. */
  public Optional<DnsProvider> withKey(String key) {
    return known.stream().filter(provider -> provider.key().equals(key)).findFirst();
  }
}
