package dev.gatehouse.oidc.idtoken;

import dev.gatehouse.oidc.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an identity from claims that may be believed. */
final class IdentityReader {

  private final IdTokenExpectations expected;

  IdentityReader(IdTokenExpectations expected) {
    this.expected = expected;
  }

  VerifiedIdentity read(JsonObject claims, String subjectKey, Instant now) {
    var mapping = expected.claims();
    return new VerifiedIdentity(
        expected.issuer(),
        subjectKey,
        claims.text("sub").orElse(""),
        email(claims, mapping),
        claims.flag("email_verified"),
        claims.flag("xms_edov"),
        first(claims, mapping.givenName()),
        first(claims, mapping.familyName()),
        groups(claims, mapping),
        groupsOmitted(claims),
        claims.time("auth_time").or(() -> claims.time("iat")).orElse(now),
        claims.text("sid"),
        claims.text("acr"),
        claims.texts("amr"),
        claims);
  }

  /** The first of the mapped claims that may be an address at all. */
  static Optional<String> email(JsonObject claims, ClaimMapping mapping) {
    return mapping.email().stream()
        .map(claims::text)
        .flatMap(Optional::stream)
        .filter(value -> value.indexOf('@') > 0)
        .findFirst();
  }

  static Optional<String> first(JsonObject claims, List<String> names) {
    return names.stream().map(claims::text).flatMap(Optional::stream).findFirst();
  }

  static List<String> groups(JsonObject claims, ClaimMapping mapping) {
    return mapping.groups().stream()
        .map(claims::texts)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  // Entra's sign that the groups are to be asked for elsewhere (more than 200).
  private static boolean groupsOmitted(JsonObject claims) {
    return claims.flag("hasgroups").orElse(false)
        || (claims.members().get("_claim_names") instanceof Map<?, ?> elsewhere
            && elsewhere.containsKey("groups"));
  }
}
