package dev.gatehouse.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which service answers which path: one prefix, one service. */
final class Routes {
  private static final Map<String, Part> PREFIXES = prefixes();

  private Routes() {}

  /** The owner of a path; empty when nobody owns it. */
  static Optional<Part> ownerOf(String path) {
    return PREFIXES.entrySet().stream()
        .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "/"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Whether a service could read the path as another one than the front door did. Such a path would
   * lead around the prefixes, to health and metrics.
   */
  static boolean ambiguous(String path) {
    String plain = path.replace("%2e", ".").replace("%2E", ".");
    for (String segment : plain.split("/", -1)) {
      // A matrix parameter is dropped before dots are resolved.
      String name = segment.split(";", -1)[0];
      if (name.equals(".") || name.equals("..")) {
        return true;
      }
    }
    return plain.contains("//")
        || plain.contains("\\")
        || plain.contains("%2f")
        || plain.contains("%2F")
        || plain.contains("%5c")
        || plain.contains("%5C");
  }

  private static Map<String, Part> prefixes() {
    Map<String, Part> owners = new LinkedHashMap<>();
    own(
        owners,
        Part.ORG_SERVICE,
        "/v1/organizations",
        "/v1/roles",
        "/v1/api-clients",
        "/v1/oauth",
        "/v1/sessions",
        "/v1/setup-links",
        "/v1/audit",
        "/v1/webhooks",
        "/elements",
        "/setup");
    own(owners, Part.DOMAIN_VERIFICATION_SERVICE, "/v1/domains");
    own(
        owners,
        Part.CONNECTION_SERVICE,
        "/v1/connections",
        "/v1/test-runs",
        "/v1/identity-providers");
    own(
        owners,
        Part.SSO_GATEWAY,
        "/v1/applications",
        "/v1/sign-ins",
        "/v1/discover",
        "/v1/suspensions",
        "/sign-in",
        "/saml",
        "/oidc",
        "/oauth2",
        "/test-runs",
        "/.well-known/openid-configuration",
        "/errors");
    return owners;
  }

  private static void own(Map<String, Part> owners, Part owner, String... prefixes) {
    for (String prefix : prefixes) {
      owners.put(prefix, owner);
    }
  }
}
