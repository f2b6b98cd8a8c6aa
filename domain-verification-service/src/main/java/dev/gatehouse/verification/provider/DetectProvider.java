package dev.gatehouse.verification.provider;

import dev.gatehouse.verification.eventloop.CallersContext;
import dev.gatehouse.verification.name.DomainName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out where a domain's DNS is hosted. */
@ApplicationScoped
public class DetectProvider {

  private final NameServers nameServers;
  private final DnsProviders providers;

  DetectProvider(NameServers nameServers, DnsProviders providers) {
    this.nameServers = nameServers;
    this.providers = providers;
  }

  /** Empty when DNS does not say; the provider's key is null when we do not know the provider. */
  public Uni<Optional<Hosting>> of(DomainName name) {
    return CallersContext.returning(() -> nameServers.zoneOf(name))
        .map(found ->
            found.map(zone ->
                new Hosting(
                    zone.name(), providers.running(zone).map(DnsProvider::key).orElse(null))));
  }

  /** The zone that holds a domain, and whose servers run it. */
  public record Hosting(DomainName zone, @Nullable String providerKey) {}
}
