package dev.gatehouse.verification.domain;

import dev.gatehouse.verification.domain.DomainView.ChallengeView;
import dev.gatehouse.verification.domain.DomainView.DnsProviderView;
import dev.gatehouse.verification.provider.DnsProviders;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows domains to those who may see them. */
@Singleton
public class DomainAnswers {

  private final DnsProviders providers;

  DomainAnswers(DnsProviders providers) {
    this.providers = providers;
  }

  /** The domain as it is now, with its entity tag. */
  public Response ok(Domain domain) {
    return with(Response.ok(), domain);
  }

  Response created(Domain domain) {
    return with(Response.created(URI.create("/v1/domains/" + domain.id())), domain);
  }

  private Response with(Response.ResponseBuilder answer, Domain domain) {
    return answer
        .header(HttpHeaders.ETAG, domain.entityTag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(view(domain))
        .build();
  }

  DomainView view(Domain domain) {
    Optional<Ownership> ownership = domain.ownership();
    return new DomainView(
        domain.id().toString(),
        domain.organization().toString(),
        domain.name().ascii(),
        domain.name().display(),
        domain.status(),
        ownership.map(Ownership::number).orElse(null),
        ownership.map(Ownership::by).orElse(null),
        ownership.map(Ownership::since).orElse(null),
        domain.missingSince().orElse(null),
        domain.lapsesAt().orElse(null),
        isToPublish(domain) ? ChallengeView.of(domain.challenge(), domain.isMissed()) : null,
        isToPublish(domain) ? provider(domain) : null,
        domain.lastCheck().orElse(null),
        domain.nextCheckAt().orElse(null),
        domain.createdAt(),
        domain.version());
  }

  private @Nullable DnsProviderView provider(Domain domain) {
    return domain
        .providerKey()
        .flatMap(providers::withKey)
        .flatMap(provider ->
            domain
                .zone()
                .map(zone -> DnsProviderView.of(provider, domain.challenge(), zone.ascii())))
        .orElse(null);
  }

  private static boolean isToPublish(Domain domain) {
    return domain.isPending() || domain.isMissed();
  }
}
