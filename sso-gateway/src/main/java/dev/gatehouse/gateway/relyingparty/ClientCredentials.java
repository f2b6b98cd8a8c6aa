package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.saml.ServiceProviderKeys;
import dev.gatehouse.gateway.saml.ServiceProviderKeys.Use;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.token.AssertionAudience;
import dev.gatehouse.oidc.token.ClientAuthentication;
import dev.gatehouse.sealing.AtGateway;
import dev.gatehouse.sealing.SealedUnreadable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Proves to a token endpoint who we are. Secrets are opened for one request and not kept. */
@Singleton
class ClientCredentials {

  private final AtGateway sealed;
  private final ServiceProviderKeys keys;

  ClientCredentials(AtGateway sealed, ServiceProviderKeys keys) {
    this.sealed = sealed;
    this.keys = keys;
  }

  /** CPU work. Empty if the revision lacks what its method needs. */
  Optional<ClientAuthentication> of(KnownConnection connection, OidcSettings settings) {
    return switch (method(settings)) {
      case CLIENT_SECRET_BASIC ->
          secret(connection, settings)
              .map(value -> new ClientAuthentication.SecretBasic(settings.clientId(), value));
      case CLIENT_SECRET_POST ->
          secret(connection, settings)
              .map(value -> new ClientAuthentication.SecretPost(settings.clientId(), value));
      case PRIVATE_KEY_JWT -> privateKey(connection, settings);
    };
  }

  private static OidcSettings.ClientAuthentication method(OidcSettings settings) {
    return Optional.ofNullable(settings.tokenEndpointAuthMethod())
        .orElse(OidcSettings.ClientAuthentication.CLIENT_SECRET_BASIC);
  }

  private Optional<String> secret(KnownConnection connection, OidcSettings settings) {
    try {
      return Optional.ofNullable(settings.sealedClientSecret())
          .map(text -> sealed.open(text, OidcSettings.secretContext(connection)))
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (SealedUnreadable notForThisConnection) {
      return Optional.empty();
    }
  }

  private Optional<ClientAuthentication> privateKey(
      KnownConnection connection, OidcSettings settings) {
    return keys.own(connection, Use.SIGNING)
        .map(own ->
            new ClientAuthentication.PrivateKeyJwt(
                settings.clientId(),
                own.privateKey(),
                own.id(),
                Optional.of(ClientKeys.thumbprint(own.certificate())),
                AssertionAudience.usualFor(new Issuer(settings.issuer()))));
  }
}
