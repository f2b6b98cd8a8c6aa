package dev.gatehouse.oidc.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.security.PrivateKey;
import java.util.Optional;

/** How we prove to a token endpoint who we are. */
public sealed interface ClientAuthentication {

  /** The client's id there. */
  String clientId();

  /** Id and secret in the Authorization header, form-encoded first (RFC 6749 section 2.3.1). */
  record SecretBasic(String clientId, String secret) implements ClientAuthentication {
    @Override
    public String toString() {
      return "SecretBasic[" + clientId + "]";
    }
  }

  /** Id and secret in the body. */
  record SecretPost(String clientId, String secret) implements ClientAuthentication {
    @Override
    public String toString() {
      return "SecretPost[" + clientId + "]";
    }
  }

  /**
   * A short assertion signed with the connection's own key (RFC 7523).
   *
   * @param key RSA for RS256, P-256 for ES256
   * @param certificateThumbprint SHA-256, base64url; Entra finds the key by it
   */
  record PrivateKeyJwt(
      String clientId,
      PrivateKey key,
      String keyId,
      Optional<String> certificateThumbprint,
      AssertionAudience audience)
      implements ClientAuthentication {

    JWSAlgorithm algorithm() {
      return switch (key.getAlgorithm()) {
        case "RSA" -> JWSAlgorithm.RS256;
        case "EC" -> JWSAlgorithm.ES256;
        default ->
            throw new IllegalArgumentException("no algorithm for a key of " + key.getAlgorithm());
      };
    }

    @Override
    public String toString() {
      return "PrivateKeyJwt[" + clientId + ", " + keyId + "]";
    }
  }
}
