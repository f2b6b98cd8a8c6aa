package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.AttributeNames;
import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.connection.settings.OidcSettings.TokenEndpointAuthMethod;
import dev.gatehouse.connection.settings.OidcSubject;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as the API and the audit trail show it: of a client secret, only that there is one.
 */
public record RevisionView(
    Id id,
    int number,
    Protocol protocol,
    SettingsSource source,
    @Nullable String metadataUrl,
    @Nullable SamlSettings saml,
    @Nullable Oidc oidc,
    boolean tested,
    @Nullable Instant testedAt,
    Instant createdAt,
    String createdBy) {

  /** The OpenID Connect part. */
  public record Oidc(
      String issuer,
      String clientId,
      boolean clientSecretSet,
      TokenEndpointAuthMethod tokenEndpointAuthMethod,
      List<String> scopes,
      List<String> hostedDomains,
      boolean forceLogin,
      boolean singleLogout,
      OidcSubject subject,
      AttributeNames attributes,
      List<String> idTokenSigningAlgs) {

    static Oidc of(OidcSettings settings) {
      return new Oidc(
          settings.issuer(),
          settings.clientId(),
          settings.sealedClientSecret() != null,
          settings.tokenEndpointAuthMethod(),
          settings.scopes(),
          settings.hostedDomains(),
          settings.forceLogin(),
          settings.signsOutThere(),
          settings.subject(),
          settings.attributes(),
          settings.idTokenSigningAlgs());
    }
  }

  public static RevisionView of(Revision revision) {
    return new RevisionView(
        revision.id(),
        revision.number(),
        revision.protocol(),
        revision.source(),
        revision.metadataUrl(),
        revision.settings() instanceof SamlSettings saml ? saml : null,
        revision.settings() instanceof OidcSettings oidc ? Oidc.of(oidc) : null,
        revision.isTested(),
        revision.testedAt(),
        revision.createdAt(),
        revision.createdBy());
  }

  static @Nullable RevisionView ofNullable(@Nullable Revision revision) {
    return revision == null ? null : of(revision);
  }
}
