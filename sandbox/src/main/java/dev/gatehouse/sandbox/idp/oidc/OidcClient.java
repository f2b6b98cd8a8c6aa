package dev.gatehouse.sandbox.idp.oidc;

import java.util.List;

/** A relying party as registered. */
record OidcClient(String clientId, String clientSecret, List<String> redirectUris) {
  @Override
  public String toString() {
    return "OidcClient[" + clientId + "]";
  }
}
