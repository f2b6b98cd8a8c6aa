package dev.gatehouse.sandbox.idp.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** A private key with the certificate that metadata announces for it. */
public record IdpKey(PrivateKey privateKey, X509Certificate certificate) {

  /** The certificate's SHA-256, in hexadecimal digits. */
  public String fingerprint() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return "IdpKey[" + certificate.getSerialNumber() + "]";
  }
}
