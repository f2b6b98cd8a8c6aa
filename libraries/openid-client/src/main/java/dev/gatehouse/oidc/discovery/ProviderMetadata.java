package dev.gatehouse.oidc.discovery;

import dev.gatehouse.oidc.ClientAuthMethod;
import dev.gatehouse.oidc.Issuer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provider's published configuration, as far as we use it.
 *
 * @param issuer in the provider's own spelling
 * @param authMethods those of the offered ones that we can use; at least one
 * @param algorithms those of the offered ones that may be accepted; at least one
 * @param scopes as published; may be empty
 * @param sendsIssuer whether every authorization response names its issuer (RFC 9207)
 * @param warnings sentences for the admin about what may go wrong
 */
public record ProviderMetadata(
    Issuer issuer,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    URI jwksUri,
    Optional<URI> userInfoEndpoint,
    Optional<URI> endSessionEndpoint,
    Set<ClientAuthMethod> authMethods,
    Set<String> algorithms,
    List<String> scopes,
    boolean sendsIssuer,
    List<String> warnings) {}
