package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.attempt.Outgoing;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.oidc.authorization.AuthorizationRedirect;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.saml.EmailAddress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Writes the requests that send people to an OpenID provider (Core 3.1.2.1). */
@Singleton
public class AuthenticationRequests {

  private final Providers providers;
  private final Bulkhead bulkhead;

  AuthenticationRequests(Providers providers, Bulkhead bulkhead) {
    this.providers = providers;
    this.bulkhead = bulkhead;
  }

  /**
   * The request of an attempt over a connection that has a redirect URI.
   *
   * @param anew whether the person has to authenticate anew, whatever the connection says
   * @param loginHint passed on only if it is an email address and nothing else
   */
  public Uni<Outgoing> write(
      KnownConnection connection,
      OidcSettings settings,
      NewAttempt attempt,
      boolean anew,
      Optional<String> loginHint) {
    return bulkhead
        .run(connection.organization(), () -> providers.of(connection.id(), settings))
        .map(outcome ->
            switch (outcome) {
              case DiscoveryOutcome.Found(var provider) ->
                  redirect(
                      request(connection, settings, provider, attempt),
                      settings,
                      anew,
                      loginHint.flatMap(EmailAddress::parse));
              case DiscoveryOutcome.Refused refused ->
                  new Outgoing.Nowhere(
                      OidcVerdicts.rejected(settings, refused.reason(), Trail.ofNothing()));
            });
  }

  private static AuthorizationRedirect request(
      KnownConnection connection,
      OidcSettings settings,
      ProviderMetadata provider,
      NewAttempt attempt) {
    return AuthorizationRedirect.to(
            provider.authorizationEndpoint(),
            settings.clientId(),
            URI.create(Objects.requireNonNull(connection.serviceProvider().redirectUri())),
            OneTime.of(attempt.requestId(), attempt.cookie()))
        .scopes(settings.scopes())
        .hostedDomains(settings.hostedDomains());
  }

  private static Outgoing redirect(
      AuthorizationRedirect request,
      OidcSettings settings,
      boolean anew,
      Optional<EmailAddress> loginHint) {
    loginHint.ifPresent(email -> request.loginHint(email.value()));
    if (anew || settings.forceLogin()) {
      request.promptLogin();
    }
    if (anew) {
      // Only who is asked for max_age has to say when the person authenticated (Core 2, auth_time).
      request.maxAge(Duration.ZERO);
    }
    URI address = request.build();
    return new Outgoing.Redirect(address, address::toString);
  }
}
