package dev.gatehouse.gateway.openid;

import com.nimbusds.jose.jwk.JWK;
import dev.gatehouse.gateway.application.Application.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;

/**
 * A key that signs ID tokens.
 *
 * @param published what applications verify with
 * @param activeFrom it signs from then on; until then it is only published
 */
record SigningKey(
    String kid, Algorithm algorithm, PrivateKey secret, JWK published, Instant activeFrom) {

  /** The JWS header of everything it signs, already encoded. */
  String header() {
    String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(header.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }
}
