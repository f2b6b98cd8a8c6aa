package dev.gatehouse.connection.key;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.IdpKey;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.saml.IdpCertificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a set of keys changes when certificates are imported.
 *
 * @param add keys that are new to the connection
 * @param change keys that it has, and their new trust
 */
public record KeyPlan(List<IdpKey> add, Map<String, Trust> change) {

  /**
   * Nothing is live yet: what was imported is trusted. Where people sign in already, a new key only
   * becomes a candidate, so that a hijacked metadata address gains nothing. A revoked key stays so.
   *
   * @param issuerChanged whether this is another identity provider than the one before; its keys
   *     are then set aside, unless people sign in with them
   */
  public static KeyPlan importing(
      ConnectionSnapshot connection, List<IdpCertificate> certificates, boolean issuerChanged) {
    Trust given = connection.isActive() ? Trust.CANDIDATE : Trust.TRUSTED;
    Map<String, IdpKey> present =
        connection.idpKeys().stream().collect(Collectors.toMap(IdpKey::fingerprint, key -> key));
    List<IdpKey> add = new ArrayList<>();
    Map<String, Trust> change = new LinkedHashMap<>();
    for (IdpCertificate certificate : certificates) {
      IdpKey known = present.get(certificate.fingerprint());
      if (known == null) {
        add.add(ImportedKeys.of(certificate, given));
      } else if (known.trust() == Trust.CANDIDATE && given == Trust.TRUSTED) {
        change.put(known.fingerprint(), Trust.TRUSTED);
      }
    }
    if (issuerChanged && !connection.isActive()) {
      setAside(connection.idpKeys(), certificates, change);
    }
    return new KeyPlan(add, change);
  }

  /**
   * What is published is trusted, what is not is set aside; a revoked key stays so, and one too
   * weak to be accepted is left out. Empty where nothing would be left to trust.
   */
  public static Optional<KeyPlan> following(
      ConnectionSnapshot connection, List<IdpCertificate> published) {
    List<IdpCertificate> strong = published.stream().filter(one -> !one.isWeak()).toList();
    Map<String, IdpKey> present =
        connection.idpKeys().stream().collect(Collectors.toMap(IdpKey::fingerprint, key -> key));
    List<IdpKey> add = new ArrayList<>();
    Map<String, Trust> change = new LinkedHashMap<>();
    for (IdpCertificate certificate : strong) {
      IdpKey known = present.get(certificate.fingerprint());
      if (known == null) {
        add.add(ImportedKeys.of(certificate, Trust.TRUSTED));
      } else if (known.trust() == Trust.CANDIDATE) {
        change.put(known.fingerprint(), Trust.TRUSTED);
      }
    }
    setAside(connection.idpKeys(), strong, change);
    boolean somethingLeft =
        !add.isEmpty()
            || connection.idpKeys().stream()
                .anyMatch(
                    key -> change.getOrDefault(key.fingerprint(), key.trust()) == Trust.TRUSTED);
    return somethingLeft ? Optional.of(new KeyPlan(add, change)) : Optional.empty();
  }

  private static void setAside(
      List<IdpKey> present, List<IdpCertificate> certificates, Map<String, Trust> change) {
    Set<String> imported =
        certificates.stream().map(IdpCertificate::fingerprint).collect(Collectors.toSet());
    present.stream()
        .filter(IdpKey::isTrusted)
        .filter(key -> !imported.contains(key.fingerprint()))
        .forEach(key -> change.put(key.fingerprint(), Trust.CANDIDATE));
  }
}
