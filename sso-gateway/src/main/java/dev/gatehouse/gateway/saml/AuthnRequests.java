package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.attempt.Outgoing;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.SamlSettings;
import dev.gatehouse.saml.AuthnRequest;
import dev.gatehouse.saml.RequestSigningKey;
import dev.gatehouse.saml.SamlServiceProvider;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Writes the requests that send people to an identity provider. */
@Singleton
public class AuthnRequests {

  private final SamlServiceProvider saml;
  private final ServiceProviderKeys keys;
  private final Workers workers;

  AuthnRequests(SamlServiceProvider saml, ServiceProviderKeys keys, Workers workers) {
    this.saml = saml;
    this.keys = keys;
    this.workers = workers;
  }

  /**
   * The request of an attempt.
   *
   * @param anew whether the person has to authenticate anew, whatever the connection says
   */
  public Uni<Outgoing> write(
      KnownConnection connection, SamlSettings settings, NewAttempt attempt, boolean anew) {
    // Some microseconds of text; only a signature is work for a worker.
    return settings.signRequests()
        ? workers.run(() -> outgoing(connection, settings, attempt, anew))
        : Uni.createFrom().item(() -> outgoing(connection, settings, attempt, anew));
  }

  private Outgoing outgoing(
      KnownConnection connection, SamlSettings settings, NewAttempt attempt, boolean anew) {
    AuthnRequest request = request(connection, settings, attempt, anew);
    return switch (settings.ssoBinding()) {
      case REDIRECT -> redirect(saml.authnRequestRedirect(request));
      case POST -> post(URI.create(settings.ssoUrl()), saml.authnRequestPost(request));
    };
  }

  private AuthnRequest request(
      KnownConnection connection, SamlSettings settings, NewAttempt attempt, boolean anew) {
    Optional<RequestSigningKey> key =
        settings.signRequests() ? keys.signing(connection) : Optional.empty();
    if (settings.signRequests() && key.isEmpty()) {
      throw new IllegalStateException(connection.id() + " signs requests but has no key");
    }
    return new AuthnRequest(
        attempt.requestId(),
        connection.serviceProvider().entityId(),
        connection.serviceProvider().acsUrl(),
        settings.ssoUrl(),
        attempt.createdAt(),
        Optional.of(attempt.id().toString()),
        anew || settings.forceAuthn(),
        Optional.ofNullable(settings.nameIdFormat()),
        Optional.ofNullable(settings.requestedAuthnContext()),
        key);
  }

  private static Outgoing redirect(URI address) {
    return new Outgoing.Redirect(address, () -> CarriedRequest.inRedirect(address));
  }

  private static Outgoing post(URI destination, String samlRequest) {
    return new Outgoing.Post(destination, samlRequest, CarriedRequest.inPost(samlRequest));
  }
}
