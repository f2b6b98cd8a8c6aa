package dev.gatehouse.gateway.departure;

import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.attempt.Outgoing;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.gateway.projection.SamlSettings;
import dev.gatehouse.gateway.relyingparty.AuthenticationRequests;
import dev.gatehouse.gateway.saml.AuthnRequests;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes the request of an attempt in the protocol of its revision. */
@Singleton
public class Requests {

  private final AuthnRequests saml;
  private final AuthenticationRequests oidc;

  Requests(AuthnRequests saml, AuthenticationRequests oidc) {
    this.saml = saml;
    this.oidc = oidc;
  }

  /**
   * The request, if the revision is complete enough to make one.
   *
   * @param anew whether the person has to authenticate anew, whatever the connection says
   * @param loginHint whom the application expects; SAML has no place for it
   */
  public Optional<Uni<Outgoing>> write(
      KnownConnection connection,
      Revision revision,
      NewAttempt attempt,
      boolean anew,
      Optional<String> loginHint) {
    SamlSettings samlSettings = revision.saml();
    OidcSettings oidcSettings = revision.oidc();
    if (samlSettings != null) {
      return Optional.of(saml.write(connection, samlSettings, attempt, anew));
    }
    return oidcSettings == null || connection.serviceProvider().redirectUri() == null
        ? Optional.empty()
        : Optional.of(oidc.write(connection, oidcSettings, attempt, anew, loginHint));
  }
}
