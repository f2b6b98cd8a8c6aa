package dev.gatehouse.gateway.openid;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tokens and userinfo say about a sign-in. */
record RedeemedCode(
    String signIn,
    String application,
    @Nullable String nonce,
    String scope,
    String person,
    String email,
    boolean emailVerified,
    String organization,
    @Nullable String organizationExternalId,
    @Nullable String organizationSlug,
    String connection,
    String provider,
    PersonClaims claims) {

  /** The claims that identify the person, the same in the ID token and at userinfo. */
  Map<String, Object> identity() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("sub", person);
    all.put("email", email);
    all.put("email_verified", emailVerified);
    putIfKnown(all, "given_name", claims.givenName());
    putIfKnown(all, "family_name", claims.familyName());
    Map<String, Object> org = new LinkedHashMap<>();
    org.put("id", organization);
    putIfKnown(org, "external_id", organizationExternalId);
    putIfKnown(org, "slug", organizationSlug);
    all.put("org", org);
    all.put("connection", Map.of("id", connection, "provider", provider));
    all.put("idp", Map.of("issuer", claims.idpIssuer(), "subject", claims.idpSubject()));
    return all;
  }

  private static void putIfKnown(Map<String, Object> all, String name, @Nullable String value) {
    if (value != null) {
      all.put(name, value);
    }
  }

  @Override
  public String toString() {
    return "RedeemedCode[" + signIn + "]";
  }
}
