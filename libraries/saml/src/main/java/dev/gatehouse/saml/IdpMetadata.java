package dev.gatehouse.saml;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an identity provider's metadata says. */
public record IdpMetadata(
    String entityId,
    Optional<URI> ssoRedirectUrl,
    Optional<URI> ssoPostUrl,
    Optional<LogoutService> logout,
    List<IdpCertificate> signingCertificates,
    boolean wantsSignedRequests,
    Optional<Instant> validUntil,
    List<MetadataWarning> warnings) {}
