package dev.gatehouse.saml;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What our own metadata says about one connection.
 *
 * @param encryptionCertificates published only if responses may really be encrypted: some identity
 *     providers encrypt as soon as they see one
 */
public record ServiceProvider(
    String entityId,
    String acsUrl,
    boolean signsRequests,
    List<X509Certificate> signingCertificates,
    List<X509Certificate> encryptionCertificates) {

  public ServiceProvider {
    signingCertificates = List.copyOf(signingCertificates);
    encryptionCertificates = List.copyOf(encryptionCertificates);
  }
}
