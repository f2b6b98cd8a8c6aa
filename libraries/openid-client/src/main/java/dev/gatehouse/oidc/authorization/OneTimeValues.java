package dev.gatehouse.oidc.authorization;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/**
 * What binds the parts of one sign-in together; stored with the attempt, used once.
 *
 * @param state comes back with the browser
 * @param nonce comes back in the ID token
 * @param codeVerifier never leaves before the code is redeemed (RFC 7636)
 */
public record OneTimeValues(String state, String nonce, String codeVerifier) {

  /** Three times 256 random bits. */
  public static OneTimeValues random() {
    return new OneTimeValues(
        new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
  }

  @Override
  public String toString() {
    return "OneTimeValues[…]";
  }
}
