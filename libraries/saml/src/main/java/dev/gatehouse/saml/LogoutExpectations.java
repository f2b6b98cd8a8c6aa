package dev.gatehouse.saml;

import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a message of single logout has to match: one connection, and for a response the request it
 * answers. Fixed before the message is looked at, never taken from it.
 *
 * @param sloUrl our address of this connection
 * @param trusted the only keys that may have signed
 * @param inResponseTo the id of the stored request; without one no response is accepted
 */
public record LogoutExpectations(
    String sloUrl,
    String idpEntityId,
    List<IdpCertificate> trusted,
    Policy policy,
    List<PrivateKey> decryptionKeys,
    Duration skew,
    Optional<String> inResponseTo) {

  public LogoutExpectations {
    trusted = List.copyOf(trusted);
    decryptionKeys = List.copyOf(decryptionKeys);
  }

  @Override
  public String toString() {
    return "LogoutExpectations[" + idpEntityId + " -> " + sloUrl + "]";
  }
}
