package dev.gatehouse.oidc.token;

import dev.gatehouse.oidc.Issuer;

/** To whom an assertion about us is addressed. */
public enum AssertionAudience {
  /**
   * The issuer, as the only value: an assertion for the endpoint that a hostile provider names
   * could be carried to the honest owner of that endpoint (draft-ietf-oauth-rfc7523bis section 4).
   */
  ISSUER,
  /** What older providers insist on. */
  TOKEN_ENDPOINT;

  /**
   * What the provider is known to take: Okta documents its token endpoint, all others the issuer.
   */
  public static AssertionAudience usualFor(Issuer issuer) {
    return issuer.isOkta() ? TOKEN_ENDPOINT : ISSUER;
  }
}
