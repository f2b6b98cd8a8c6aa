package dev.gatehouse.oidc.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.JsonObject;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a key set (RFC 7517) leniently: what cannot be used is left out. */
public final class JwksDocument {

  private static final int MOST_KEYS = 100;

  /**
   * What a public verification key is made of. Certificates are not looked at, secret and private
   * parts not taken in.
   */
  private static final Set<String> TAKEN =
      Set.of("kty", "use", "key_ops", "alg", "kid", "n", "e", "crv", "x", "y");

  private JwksDocument() {}

  /** The public keys that the issuer may sign with; empty if there is not one. */
  public static Optional<JWKSet> read(byte[] document, Issuer issuer) {
    var members =
        JsonObject.parse(document).map(JsonObject::members).orElseGet(Map::of).get("keys");
    if (!(members instanceof List<?> list)) {
      return Optional.empty();
    }
    List<JWK> keys =
        list.stream()
            .limit(MOST_KEYS)
            .filter(key -> key instanceof Map<?, ?> map && isOf(issuer, map))
            .map(key -> key((Map<?, ?>) key))
            .flatMap(Optional::stream)
            .toList();
    return keys.isEmpty() ? Optional.empty() : Optional.of(new JWKSet(keys));
  }

  // Entra says beside each key which tenants' tokens it signs; "{tenantid}" stands for every one.
  private static boolean isOf(Issuer issuer, Map<?, ?> key) {
    return !(key.get("issuer") instanceof String signer)
        || signer.contains("{tenantid}")
        || issuer.isNamed(signer);
  }

  private static Optional<JWK> key(Map<?, ?> members) {
    var taken = new HashMap<String, Object>();
    TAKEN.forEach(name -> {
      Object value = members.get(name);
      if (value != null) {
        taken.put(name, value);
      }
    });
    try {
      JWK key = JWK.parse(taken);
      return Objects.equals(key.getKeyType(), KeyType.OCT) ? Optional.empty() : Optional.of(key);
    } catch (ParseException | IllegalArgumentException | IllegalStateException unusable) {
      return Optional.empty();
    }
  }
}
