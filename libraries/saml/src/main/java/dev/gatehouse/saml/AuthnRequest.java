package dev.gatehouse.saml;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to sign somebody in.
 *
 * @param id starts with a letter or underscore (Entra refuses a digit, and so does xs:ID)
 * @param destination the identity provider's address for the binding used
 * @param nameIdFormat asked for only when present: a policy that differs from the application's
 *     setting is an error at ADFS, Entra and Okta
 */
public record AuthnRequest(
    String id,
    String issuer,
    String acsUrl,
    String destination,
    Instant issueInstant,
    Optional<String> relayState,
    boolean forceAuthn,
    Optional<String> nameIdFormat,
    Optional<String> requestedAuthnContext,
    Optional<RequestSigningKey> signingKey) {

  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

  public AuthnRequest {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a request id starts with a letter or an underscore");
    }
  }

  /** A request without any option. */
  public static AuthnRequest plain(
      String id, String issuer, String acsUrl, String destination, Instant issueInstant) {
    return new AuthnRequest(
        id,
        issuer,
        acsUrl,
        destination,
        issueInstant,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public AuthnRequest withRelayState(String value) {
    return new AuthnRequest(
        id,
        issuer,
        acsUrl,
        destination,
        issueInstant,
        Optional.of(value),
        forceAuthn,
        nameIdFormat,
        requestedAuthnContext,
        signingKey);
  }

  public AuthnRequest withForceAuthn(boolean force) {
    return new AuthnRequest(
        id,
        issuer,
        acsUrl,
        destination,
        issueInstant,
        relayState,
        force,
        nameIdFormat,
        requestedAuthnContext,
        signingKey);
  }

  public AuthnRequest signedWith(RequestSigningKey key) {
    return new AuthnRequest(
        id,
        issuer,
        acsUrl,
        destination,
        issueInstant,
        relayState,
        forceAuthn,
        nameIdFormat,
        requestedAuthnContext,
        Optional.of(key));
  }
}
