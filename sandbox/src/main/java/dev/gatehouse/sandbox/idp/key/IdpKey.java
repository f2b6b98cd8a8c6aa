package dev.gatehouse.sandbox.idp.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key with the certificate that metadata announces for it. */
public record IdpKey(PrivateKey privateKey, X509Certificate certificate) {
  @Override
  public String toString() {
    return "IdpKey[" + certificate.getSerialNumber() + "]";
  }
}
