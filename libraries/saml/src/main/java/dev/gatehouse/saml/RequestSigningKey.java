package dev.gatehouse.saml;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Our key for signing requests, with the certificate published in our metadata. */
public record RequestSigningKey(PrivateKey privateKey, X509Certificate certificate) {

  @Override
  public String toString() {
    return "RequestSigningKey[" + privateKey.getAlgorithm() + "]";
  }
}
