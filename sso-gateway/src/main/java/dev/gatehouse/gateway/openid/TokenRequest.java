package dev.gatehouse.gateway.openid;

import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/**
 * A readable request to redeem a code; nothing in it is believed yet.
 *
 * @param clientSecret null for a client that claims to be public
 */
record TokenRequest(
    Id client,
    @Nullable String clientSecret,
    String code,
    String redirectUri,
    String codeVerifier) {

  @Override
  public String toString() {
    return "TokenRequest[client=" + client + "]";
  }
}
