package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.idp.AdminText;
import dev.gatehouse.connection.idp.Warning;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.ids.Id;
import dev.gatehouse.languages.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A connection as the API and the audit trail show it: no private key, sealed or not. */
public record ConnectionView(
    Id id,
    Id organization,
    String name,
    String provider,
    Protocol protocol,
    ConnectionStatus status,
    List<Id> domains,
    OurSide serviceProvider,
    List<TheirKey> idpKeys,
    boolean idpInitiatedAllowed,
    @Nullable MetadataFollowing metadataFollowing,
    @Nullable RevisionView draft,
    @Nullable RevisionView live,
    @Nullable Deactivation deactivated,
    List<String> missing,
    List<Warning> warnings,
    Instant createdAt,
    long version)
    implements ForAdmins {

  /** What the admin enters at the identity provider; the last two for OpenID Connect only. */
  public record OurSide(
      String entityId,
      String acsUrl,
      String metadataUrl,
      List<OurCertificate> certificates,
      @Nullable String redirectUri,
      @Nullable String jwksUrl) {}

  /** A certificate of ours in PEM, and its SHA-256 in hex. */
  public record OurCertificate(
      String id,
      String use,
      ServiceProvider.Standing standing,
      String fingerprint,
      String certificate,
      Instant notAfter) {}

  /** A key of the identity provider; its id is the certificate's SHA-256 in hex. */
  public record TheirKey(
      String id,
      Trust trust,
      String subject,
      Instant notBefore,
      Instant notAfter,
      String algorithm) {}

  public static ConnectionView of(ConnectionSnapshot connection) {
    ServiceProvider ours = connection.serviceProvider();
    return new ConnectionView(
        connection.id(),
        connection.organization(),
        connection.name(),
        connection.provider(),
        connection.protocol(),
        connection.status(),
        connection.domains().stream().map(AssignedDomain::id).toList(),
        new OurSide(
            ours.entityId(),
            ours.acsUrl(),
            ours.metadataUrl(),
            ours.keys().stream().map(ConnectionView::certificate).toList(),
            ours.redirectUri(),
            ours.jwksUrl()),
        connection.idpKeys().stream().map(ConnectionView::key).toList(),
        connection.idpInitiatedAllowed(),
        connection.metadataFollowing(),
        RevisionView.ofNullable(connection.draft()),
        RevisionView.ofNullable(connection.live()),
        connection.deactivated(),
        connection.missing(),
        Stream.of(connection.draft(), connection.live())
            .flatMap(revision -> sha1Allowed(revision).stream())
            .distinct()
            .toList(),
        connection.createdAt(),
        connection.version());
  }

  @Override
  public ConnectionView in(Translation language) {
    return new ConnectionView(
        id,
        organization,
        name,
        provider,
        protocol,
        status,
        domains,
        serviceProvider,
        idpKeys,
        idpInitiatedAllowed,
        metadataFollowing == null ? null : metadataFollowing.in(language),
        draft,
        live,
        deactivated,
        missing,
        Warning.in(language, warnings),
        createdAt,
        version);
  }

  private static Optional<Warning> sha1Allowed(@Nullable Revision revision) {
    return revision != null
            && revision.settings() instanceof SamlSettings saml
            && saml.allowSha1Until() != null
        ? Optional.of(
            new Warning("sha1_allowed", AdminText.SHA1_ALLOWED.with(saml.allowSha1Until())))
        : Optional.empty();
  }

  private static OurCertificate certificate(ServiceProvider.Key key) {
    return new OurCertificate(
        key.id(),
        key.use(),
        key.standing(),
        key.fingerprint(),
        Pem.of(key.certificate()),
        key.notAfter());
  }

  private static TheirKey key(IdpKey key) {
    return new TheirKey(
        key.fingerprint(),
        key.trust(),
        key.subject(),
        key.notBefore(),
        key.notAfter(),
        key.algorithm());
  }
}
