package dev.gatehouse.oidc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The signatures that may be accepted: asymmetric ones only, so never {@code none} or HMAC. */
public final class SigningAlgorithms {

  /** All of them, the usual ones first. */
  public static final List<String> ALL =
      List.of(
          "RS256", "ES256", "PS256", "RS384", "RS512", "PS384", "PS512", "ES384", "ES512", "EdDSA",
          "Ed25519");

  private SigningAlgorithms() {}

  /** Those of the given names that may be accepted. */
  public static Set<String> among(Collection<String> names) {
    var found = new LinkedHashSet<>(ALL);
    found.retainAll(names);
    return found;
  }
}
