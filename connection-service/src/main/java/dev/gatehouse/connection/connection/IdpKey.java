package dev.gatehouse.connection.connection;

import java.time.Instant;

/**
 * A key of the identity provider.
 *
 * @param fingerprint SHA-256 of the certificate in hex, which is the key's id
 * @param certificate base64 of the DER form
 */
public record IdpKey(
    String fingerprint,
    Trust trust,
    String certificate,
    String subject,
    String algorithm,
    Instant notBefore,
    Instant notAfter) {

  public boolean isTrusted() {
    return trust == Trust.TRUSTED;
  }
}
