package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.oidc.authorization.OneTimeValues;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * State, nonce and PKCE verifier of an attempt. State is the request's random id. The other two are
 * derived from the secret that only the attempt's browser holds, so nothing that redeems a code is
 * stored anywhere, and a code can be redeemed only while that very browser is asking: what RFC 9700
 * 2.1.1 means by binding both to the user agent.
 */
final class OneTime {

  private OneTime() {}

  static OneTimeValues of(String requestId, String browserSecret) {
    return new OneTimeValues(
        requestId, derived(browserSecret, "nonce"), derived(browserSecret, "code_verifier"));
  }

  private static String derived(String secret, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] value = mac.doFinal(("oidc " + purpose).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC", e);
    }
  }
}
