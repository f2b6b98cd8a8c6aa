package dev.gatehouse.gateway.projection;

import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/**
 * One immutable configuration of a connection.
 *
 * @param protocol {@code saml} or {@code oidc}
 * @param saml present when the protocol is SAML
 * @param oidc present when the protocol is OpenID Connect
 */
public record Revision(
    Id id, int number, String protocol, @Nullable SamlSettings saml, @Nullable OidcSettings oidc) {}
