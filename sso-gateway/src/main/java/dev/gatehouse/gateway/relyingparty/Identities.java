package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.idtoken.VerifiedIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A verified identity in the words that all protocols share. */
final class Identities {

  private static final int MOST_METHODS = 10;
  private static final int LONGEST_METHOD = 64;

  /** Claims in all, in characters; nobody's directory entry is that long. */
  private static final int MOST = 64 * 1024;

  /** They say something about the token, not about the person. */
  private static final Set<String> OF_THE_TOKEN =
      Set.of(
          "iss",
          "aud",
          "azp",
          "exp",
          "iat",
          "nbf",
          "jti",
          "nonce",
          "at_hash",
          "c_hash",
          "s_hash",
          "sid",
          "auth_time",
          "amr",
          "acr",
          "ver",
          "uti",
          "rh",
          "aio");

  private Identities() {}

  static Verdict.Subject subject(String key, VerifiedIdentity identity) {
    return new Verdict.Subject(
        key,
        Optional.empty(),
        Optional.empty(),
        identity.email(),
        identity.givenName(),
        identity.familyName(),
        identity.groups(),
        attributes(identity.claims()));
  }

  /**
   * @param idToken only where it has a use: it is kept for as long as the sign-in is remembered
   */
  static Verdict.Authentication authentication(
      VerifiedIdentity identity, Optional<String> idToken) {
    return new Verdict.Authentication(
        identity.authenticatedAt(),
        identity.amr().stream()
            .filter(method -> method.length() <= LONGEST_METHOD)
            .limit(MOST_METHODS)
            .toList(),
        identity.sessionId(),
        Optional.of(new Verdict.OpenId(identity.subject(), idToken)));
  }

  private static Map<String, List<String>> attributes(JsonObject claims) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    int length = 0;
    for (String name : claims.members().keySet()) {
      List<String> values = values(claims, name);
      length += name.length() + values.stream().mapToInt(String::length).sum();
      if (!OF_THE_TOKEN.contains(name) && !values.isEmpty() && length <= MOST) {
        attributes.put(name, values);
      }
    }
    return attributes;
  }

  private static List<String> values(JsonObject claims, String name) {
    return switch (claims.members().get(name)) {
      case Boolean flag -> List.of(flag.toString());
      case Number number -> List.of(number.toString());
      case null, default -> claims.texts(name);
    };
  }
}
