package dev.gatehouse.connection.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gatehouse.connection.connection.ConnectionView;
import dev.gatehouse.connection.connection.ForAdmins;
import dev.gatehouse.connection.idp.IdpDescription;
import dev.gatehouse.connection.idp.Warning;
import dev.gatehouse.languages.Translation;
import dev.gatehouse.oidc.ClientAuthMethod;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.saml.IdpCertificate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection, and how we understood what was given, so that the admin sees it before testing.
 *
 * @param understood the SAML metadata or fields; null where options alone were given
 * @param discovered the OpenID provider's configuration; null for SAML
 */
record DraftAnswer(
    @JsonUnwrapped ConnectionView connection,
    @Nullable Understood understood,
    @Nullable Discovered discovered)
    implements ForAdmins {

  @Override
  public DraftAnswer in(Translation language) {
    return new DraftAnswer(
        connection.in(language),
        understood == null ? null : understood.in(language),
        discovered == null ? null : discovered.in(language));
  }

  /**
   * What an OpenID provider publishes about itself.
   *
   * @param authMethods those that can be used here, like signingAlgs
   * @param sendsIssuer whether its answers name it (RFC 9207), which keeps providers apart
   */
  record Discovered(
      String issuer,
      URI authorizationEndpoint,
      URI tokenEndpoint,
      URI jwksUri,
      @Nullable URI userInfoEndpoint,
      @Nullable URI endSessionEndpoint,
      List<String> scopes,
      List<String> authMethods,
      List<String> signingAlgs,
      boolean sendsIssuer,
      List<Warning> warnings) {

    static Discovered of(ProviderMetadata found, List<Warning> warnings) {
      return new Discovered(
          found.issuer().value(),
          found.authorizationEndpoint(),
          found.tokenEndpoint(),
          found.jwksUri(),
          found.userInfoEndpoint().orElse(null),
          found.endSessionEndpoint().orElse(null),
          found.scopes(),
          found.authMethods().stream().map(ClientAuthMethod::code).toList(),
          List.copyOf(found.algorithms()),
          found.sendsIssuer(),
          warnings);
    }

    Discovered in(Translation language) {
      return new Discovered(
          issuer,
          authorizationEndpoint,
          tokenEndpoint,
          jwksUri,
          userInfoEndpoint,
          endSessionEndpoint,
          scopes,
          authMethods,
          signingAlgs,
          sendsIssuer,
          Warning.in(language, warnings));
    }
  }

  /** What was read. */
  record Understood(
      String entityId,
      String ssoUrl,
      List<Certificate> certificates,
      boolean wantsSignedRequests,
      List<Warning> warnings) {

    static Understood of(IdpDescription idp, String ssoUrl) {
      return new Understood(
          idp.entityId(),
          ssoUrl,
          idp.certificates().stream().map(Certificate::of).toList(),
          idp.wantsSignedRequests(),
          idp.warnings());
    }

    Understood in(Translation language) {
      return new Understood(
          entityId, ssoUrl, certificates, wantsSignedRequests, Warning.in(language, warnings));
    }
  }

  /** A certificate that was read. */
  record Certificate(String fingerprint, String subject, Instant notAfter) {

    static Certificate of(IdpCertificate read) {
      return new Certificate(
          read.fingerprint(),
          read.certificate().getSubjectX500Principal().getName(),
          read.notAfter());
    }
  }
}
