package dev.gatehouse.saml;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What our own metadata says about one connection.
 *
 * @param sloUrl where single logout is spoken, by both bindings; empty: not at all
 * @param encryptionCertificates published only if responses may really be encrypted: some identity
 *     providers encrypt as soon as they see one
 */
public record ServiceProvider(
    String entityId,
    String acsUrl,
    Optional<String> sloUrl,
    boolean signsRequests,
    List<X509Certificate> signingCertificates,
    List<X509Certificate> encryptionCertificates) {

  public ServiceProvider {
    signingCertificates = List.copyOf(signingCertificates);
    encryptionCertificates = List.copyOf(encryptionCertificates);
  }
}
