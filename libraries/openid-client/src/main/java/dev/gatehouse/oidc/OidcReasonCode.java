package dev.gatehouse.oidc;

import java.util.Locale;

/** Every way a sign-in by OpenID Connect can fail, with words for who configures the other side. */
public enum OidcReasonCode {
  DISCOVERY_FAILED(
      "Discovery failed", "The identity provider's configuration could not be read or used."),
  ISSUER_MISMATCH("Wrong issuer", "The answer comes from another issuer than this connection's."),
  STATE_MISMATCH("Answers another request", "The answer does not belong to the request we sent."),
  NONCE_MISMATCH(
      "Token of another request", "The ID token was not issued for the request we sent."),
  TOKEN_REQUEST_FAILED(
      "Code not redeemed", "The identity provider did not exchange the code for an ID token."),
  CLIENT_REJECTED("Client rejected", "The identity provider refused our client id, secret or key."),
  ID_TOKEN_INVALID("Unusable ID token", "The ID token breaks a rule of OpenID Connect."),
  ID_TOKEN_EXPIRED(
      "Outside its validity",
      "The ID token is not valid now: it is too old, or the clocks differ."),
  AUDIENCE_MISMATCH("Wrong audience", "The ID token was issued to another client."),
  ALGORITHM_REFUSED(
      "Algorithm refused", "The ID token is signed in a way that this connection does not accept."),
  SIGNATURE_INVALID(
      "Signature invalid", "The ID token was not signed with the identity provider's key."),
  KEY_UNKNOWN("Unknown signing key", "The identity provider does not publish the key that signed."),
  TENANT_MISMATCH("Wrong tenant", "The person belongs to another Entra tenant."),
  HOSTED_DOMAIN_MISMATCH(
      "Wrong Workspace", "The person does not belong to this organization's Google Workspace."),
  USERINFO_MISMATCH("UserInfo of somebody else", "The UserInfo endpoint spoke of another person."),
  EMAIL_MISSING("No email address", "Neither ID token nor UserInfo holds an email address."),
  ERROR_RETURNED(
      "The identity provider reported an error",
      "The identity provider did not sign the person in; its own message says why.");

  private final String title;
  private final String explanation;

  OidcReasonCode(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  /** A stable name for machines. */
  public String code() {
    return "oidc_" + name().toLowerCase(Locale.ROOT);
  }

  /** A few words for a heading. */
  public String title() {
    return title;
  }

  /** One plain sentence. */
  public String explanation() {
    return explanation;
  }
}
