package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a connection; computed once, when it is created, and stored.
 *
 * @param redirectUri for OpenID Connect only, like jwksUrl
 */
record Addresses(
    String entityId,
    String acsUrl,
    String metadataUrl,
    @Nullable String redirectUri,
    @Nullable String jwksUrl) {

  /** Okta refuses underscores in these, hence the bare id. */
  static Addresses of(String publicUrl, Protocol protocol, Id connection) {
    String base = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
    String saml = base + "saml/" + connection.bare();
    String oidc = base + "oidc/" + connection.bare();
    boolean speaksOidc = protocol == Protocol.OIDC;
    return new Addresses(
        saml + "/metadata",
        saml + "/acs",
        saml + "/metadata",
        speaksOidc ? oidc + "/callback" : null,
        speaksOidc ? oidc + "/jwks" : null);
  }

  Addresses movedIn(@Nullable String acs, @Nullable String entity) {
    return new Addresses(
        entity == null ? entityId : entity,
        acs == null ? acsUrl : acs,
        metadataUrl,
        redirectUri,
        jwksUrl);
  }
}
