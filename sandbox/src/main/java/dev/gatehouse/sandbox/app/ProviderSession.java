package dev.gatehouse.sandbox.app;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session at the OpenID provider that a person came from.
 *
 * @param sid null where the provider names none
 * @param endSession null where the provider has no logout
 */
record ProviderSession(
    String issuer, String subject, @Nullable String sid, String idToken, @Nullable URI endSession) {

  static ProviderSession of(Map<String, Object> claims, String idToken, @Nullable URI endSession) {
    Object sid = claims.get("sid");
    return new ProviderSession(
        String.valueOf(claims.get("iss")),
        String.valueOf(claims.get("sub")),
        sid == null ? null : sid.toString(),
        idToken,
        endSession);
  }

  @Override
  public String toString() {
    return "ProviderSession[masked]";
  }
}
