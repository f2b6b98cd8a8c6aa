package dev.gatehouse.oidc.authorization;

import dev.gatehouse.oidc.Issuer;

/**
 * What the browser has to bring back: one attempt, at one connection.
 *
 * @param state of the stored attempt
 * @param issuer of the connection that the redirect URI belongs to
 * @param issuerRequired whether the provider announces that it always names itself (RFC 9207)
 */
public record ExpectedAnswer(String state, Issuer issuer, boolean issuerRequired) {

  @Override
  public String toString() {
    return "ExpectedAnswer[" + issuer + "]";
  }
}
