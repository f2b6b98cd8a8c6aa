package dev.gatehouse.oidc.idtoken;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;

/** A published key and the algorithms that it may verify: what it is decides, never the token. */
record VerificationKey(JWK key) {

  private static final int LEAST_RSA_BITS = 2048;

  /** Whether the key is made for the algorithm, by type, curve, size, use and its own word. */
  boolean suits(String algorithm) {
    boolean purpose =
        (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
            && (key.getKeyOperations() == null
                || key.getKeyOperations().contains(KeyOperation.VERIFY))
            && (key.getAlgorithm() == null || key.getAlgorithm().getName().equals(algorithm));
    return purpose && fits(algorithm);
  }

  private boolean fits(String algorithm) {
    return switch (key) {
      case RSAKey rsa ->
          rsa.size() >= LEAST_RSA_BITS
              && (algorithm.startsWith("RS") || algorithm.startsWith("PS"));
      case ECKey ec ->
          switch (algorithm) {
            case "ES256" -> ec.getCurve().equals(Curve.P_256);
            case "ES384" -> ec.getCurve().equals(Curve.P_384);
            case "ES512" -> ec.getCurve().equals(Curve.P_521);
            default -> false;
          };
      case OctetKeyPair okp ->
          okp.getCurve().equals(Curve.Ed25519)
              && (algorithm.equals("EdDSA") || algorithm.equals("Ed25519"));
      default -> false;
    };
  }

  /** CPU work. A key that is not on its curve, or a signature of the wrong length, is a no. */
  boolean verifies(UnverifiedToken token) {
    var header = new JWSHeader.Builder(JWSAlgorithm.parse(token.algorithm())).build();
    try {
      return verifier().verify(header, token.signed(), token.signature());
    } catch (JOSEException | IllegalArgumentException | IllegalStateException unusable) {
      return false;
    }
  }

  private JWSVerifier verifier() throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      case ECKey ec -> new ECDSAVerifier(ec);
      case OctetKeyPair okp -> new Ed25519Verifier(okp.toPublicJWK());
      default -> throw new JOSEException("not a signature key");
    };
  }

  /** For the admin: enough to find the key, nothing secret. */
  String describe() {
    return "key %s (%s, %d bits, use %s, alg %s)"
        .formatted(
            key.getKeyID() == null ? "without id" : key.getKeyID(),
            key.getKeyType(),
            key.size(),
            key.getKeyUse() == null ? "any" : key.getKeyUse(),
            key.getAlgorithm() == null ? "any" : key.getAlgorithm());
  }
}
