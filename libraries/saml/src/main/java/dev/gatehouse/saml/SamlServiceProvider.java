package dev.gatehouse.saml;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The service provider's half of SAML 2.0; thread-safe, CPU work only, expensive to create once.
 *
 * <p>Nothing here keeps state between calls: replay, stored requests and connections are the
 * caller's.
 */
public interface SamlServiceProvider {

  /** Creates the one to share; takes about a second, so do it at start-up. */
  static SamlServiceProvider create() {
    // The loader is named, because the thread's own loader is often a container's.
    return ServiceLoader.load(SamlServiceProvider.class, SamlServiceProvider.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no SAML implementation on the class path"));
  }

  /**
   * Decides whether a response proves who signed in; never throws for anything a message may hold.
   */
  SamlVerdict judge(UnverifiedResponse response, Expectations expected, Instant now);

  /**
   * Reads an identity provider's metadata; {@code entityId} chooses where a document has several.
   */
  MetadataOutcome readMetadata(byte[] xml, Optional<String> entityId, Instant now);

  /** The address to send the browser to, with the request in it (HTTP-Redirect binding). */
  URI authnRequestRedirect(AuthnRequest request);

  /** The value of the form field {@code SAMLRequest} (HTTP-POST binding). */
  String authnRequestPost(AuthnRequest request);

  /**
   * Decides whether the identity provider asks for, or answers, a logout; never throws for anything
   * a message may hold. An unsigned message is always rejected.
   */
  LogoutVerdict judgeLogout(UnverifiedLogout message, LogoutExpectations expected, Instant now);

  /** The address to send the browser to, with the signed message in it (HTTP-Redirect binding). */
  URI logoutRedirect(LogoutMessage message);

  /** The value of the form field {@code SAMLRequest} or {@code SAMLResponse}, signed. */
  String logoutPost(LogoutMessage message);

  /** This service provider's own metadata, as XML. */
  String serviceProviderMetadata(ServiceProvider serviceProvider);
}
