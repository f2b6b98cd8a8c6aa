package dev.gatehouse.oidc;

import java.util.Locale;

/** The decision list, in its order. */
public enum OidcCheckName {
  STATE("Answers our request"),
  RESPONSE_ISSUER("Issuer of the answer"),
  PROVIDER_ANSWER("Answer of the identity provider"),
  TOKEN_REQUEST("Code redeemed"),
  TOKEN_FORM("Well-formed ID token"),
  ALGORITHM("Accepted algorithm"),
  KEY("A published key"),
  SIGNATURE("Signature"),
  ISSUER("Issuer"),
  AUDIENCE("Audience"),
  VALIDITY("Validity period"),
  NONCE("Token of our request"),
  ACCESS_TOKEN_HASH("Belongs to the access token"),
  AUTHENTICATION("Time of authentication"),
  SUBJECT("Subject identifier"),
  TENANT("Entra tenant"),
  HOSTED_DOMAIN("Google Workspace"),
  USER_INFO("UserInfo of the same person"),
  EMAIL("Email address"),
  /** The caller's: the email's domain is verified and belongs to this connection. */
  EMAIL_DOMAIN("Email domain");

  private final String title;

  OidcCheckName(String title) {
    this.title = title;
  }

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A short name for people. */
  public String title() {
    return title;
  }
}
