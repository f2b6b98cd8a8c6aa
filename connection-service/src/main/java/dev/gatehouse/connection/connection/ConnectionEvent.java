package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole public state, as events carry it (contracts/events/connection.schema.json). */
record ConnectionEvent(
    Id id,
    Id organization,
    long epoch,
    long version,
    ConnectionStatus status,
    String name,
    String provider,
    Protocol protocol,
    List<Id> domains,
    OurSide serviceProvider,
    List<TheirKey> idpKeys,
    boolean idpInitiatedAllowed,
    @Nullable Configuration draft,
    @Nullable Configuration live,
    Instant createdAt) {

  /** All that is told of a deleted connection. */
  record Deleted(Id id, Id organization, long epoch, long version, String status) {}

  record OurSide(String entityId, String acsUrl, @Nullable String redirectUri, List<OurKey> keys) {}

  record OurKey(String id, String use, String certificate, String sealedPrivateKey) {}

  record TheirKey(String id, String certificate, Trust trust) {}

  record Configuration(
      Id id,
      int number,
      Protocol protocol,
      @Nullable SamlSettings saml,
      @Nullable OidcSettings oidc) {}

  static ConnectionEvent of(ConnectionSnapshot connection, long epoch) {
    ServiceProvider ours = connection.serviceProvider();
    return new ConnectionEvent(
        connection.id(),
        connection.organization(),
        epoch,
        connection.version(),
        connection.status(),
        connection.name(),
        connection.provider(),
        connection.protocol(),
        connection.domains().stream().map(AssignedDomain::id).toList(),
        new OurSide(
            ours.entityId(),
            ours.acsUrl(),
            ours.redirectUri(),
            ours.keys().stream()
                .map(key ->
                    new OurKey(key.id(), key.use(), key.certificate(), key.sealedPrivateKey()))
                .toList()),
        connection.idpKeys().stream()
            .map(key -> new TheirKey(key.fingerprint(), key.certificate(), key.trust()))
            .toList(),
        connection.idpInitiatedAllowed(),
        configuration(connection.draft()),
        configuration(connection.live()),
        connection.createdAt());
  }

  private static @Nullable Configuration configuration(@Nullable Revision revision) {
    return revision == null
        ? null
        : new Configuration(
            revision.id(),
            revision.number(),
            revision.protocol(),
            revision.settings() instanceof SamlSettings saml ? saml : null,
            revision.settings() instanceof OidcSettings oidc ? oidc : null);
  }
}
