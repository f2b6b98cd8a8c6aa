package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.gateway.session.IdpSession;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the requests that end people's sessions at OpenID providers (RP-Initiated Logout 1.0). */
@Singleton
public class EndSessionRequests {

  /** What is known already takes no time; nobody waits long for a provider in order to leave. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Providers providers;
  private final Bulkhead bulkhead;
  private final String publicUrl;

  EndSessionRequests(
      Providers providers,
      Bulkhead bulkhead,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.providers = providers;
    this.bulkhead = bulkhead;
    this.publicUrl = publicUrl;
  }

  /**
   * Where the browser has to go; empty if the provider publishes no such address, or does not say
   * in time.
   */
  public Uni<Optional<URI>> write(KnownConnection connection, IdpSession session, String state) {
    Optional<OidcSettings> settings =
        connection.liveOrDraft().map(Revision::oidc).filter(OidcSettings::signsOutThere);
    return settings.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : bulkhead
            .run(connection.organization(), () -> providers.of(connection.id(), settings.get()))
            .ifNoItem()
            .after(PATIENCE)
            .fail()
            .map(outcome ->
                switch (outcome) {
                  case DiscoveryOutcome.Found(var provider) ->
                      request(connection, settings.get(), provider, session, state);
                  case DiscoveryOutcome.Refused _ -> Optional.empty();
                });
  }

  private Optional<URI> request(
      KnownConnection connection,
      OidcSettings settings,
      ProviderMetadata provider,
      IdpSession session,
      String state) {
    return provider
        .endSessionEndpoint()
        .map(endpoint -> {
          UriBuilder request =
              UriBuilder.fromUri(endpoint)
                  .queryParam("client_id", "{client}")
                  .queryParam("post_logout_redirect_uri", "{back}")
                  .queryParam("state", "{state}")
                  .resolveTemplate("client", settings.clientId())
                  .resolveTemplate("back", comingBack(connection))
                  .resolveTemplate("state", state);
          IdpSession.OpenId openId = session.openId();
          if (openId != null && openId.idToken() != null) {
            request.queryParam("id_token_hint", openId.idToken());
          }
          return request.build();
        });
  }

  private String comingBack(KnownConnection connection) {
    return publicUrl + "/oidc/" + connection.id().bare() + "/post-logout";
  }
}
