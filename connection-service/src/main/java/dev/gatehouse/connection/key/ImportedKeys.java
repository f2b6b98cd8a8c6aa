package dev.gatehouse.connection.key;

import dev.gatehouse.connection.connection.IdpKey;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.saml.IdpCertificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** Makes keys of certificates. */
final class ImportedKeys {

  private ImportedKeys() {}

  static IdpKey of(IdpCertificate certificate, Trust trust) {
    try {
      return new IdpKey(
          certificate.fingerprint(),
          trust,
          Base64.getEncoder().encodeToString(certificate.certificate().getEncoded()),
          certificate.certificate().getSubjectX500Principal().getName(),
          certificate.keyAlgorithm() + "-" + certificate.keyBits(),
          certificate.notBefore(),
          certificate.notAfter());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A parsed certificate has an encoding", e);
    }
  }
}
