package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.projection.KnownConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a person whom an identity provider sends by itself may start a sign-in (OpenID Connect Core
 * section 4): at the one application that says how.
 */
@Singleton
class InitiateLogin {

  private static final String ADDRESSES =
      "select initiate_login_uri from application"
          + " where not deleted and initiate_login_uri is not null limit 2";

  private final Pool pool;
  private final String issuer;

  InitiateLogin(Pool pool, @ConfigProperty(name = "gatehouse.public-url") String issuer) {
    this.pool = pool;
    this.issuer = issuer;
  }

  Uni<Optional<URI>> addressFor(KnownConnection connection) {
    if (!connection.idpInitiatedAllowed()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return pool.query(ADDRESSES)
        .execute()
        .map(rows ->
            // With several, nothing says which one was meant.
            rows.size() == 1
                ? Optional.of(address(rows.iterator().next().getString(0), connection))
                : Optional.empty());
  }

  private URI address(String application, KnownConnection connection) {
    return UriBuilder.fromUri(application)
        .queryParam("iss", issuer)
        .queryParam("connection", connection.id().toString())
        .build();
  }
}
