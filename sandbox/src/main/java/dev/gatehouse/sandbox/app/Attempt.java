package dev.gatehouse.sandbox.app;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;

/** One sign-in under way, known by its state and bound to the browser by a cookie. */
record Attempt(
    OIDCProviderMetadata provider,
    AppSettings settings,
    String browser,
    Nonce nonce,
    CodeVerifier verifier,
    URI target) {
  @Override
  public String toString() {
    return "Attempt[" + provider.getIssuer() + "]";
  }
}
