package dev.gatehouse.oidc.discovery;

import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome.Refused;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an admin gave, as the issuer it stands for and the document to read.
 *
 * @param issuer without a trailing slash
 */
record DiscoveryAddress(Issuer issuer, URI document) {

  private static final String SUFFIX = "/.well-known/openid-configuration";

  private static final Pattern OKTA_ADMIN =
      Pattern.compile("(.+)-admin(\\.(okta|oktapreview|okta-emea)\\.com)");

  /** Entra's names for "anybody's tenant", and the tenant of all personal accounts. */
  private static final Set<String> SHARED =
      Set.of("common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad");

  /** What is said about it before anything is fetched. */
  sealed interface Judged {
    record Good(DiscoveryAddress address) implements Judged {}

    record Bad(Refused why) implements Judged {}
  }

  static Judged of(URI given) {
    String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
    String host = given.getHost() == null ? "" : given.getHost().toLowerCase(Locale.ROOT);
    if (scheme.isEmpty() || host.isEmpty() || given.getRawUserInfo() != null) {
      return bad(
          DiscoveryProblem.DISCOVERY_NOT_A_URL,
          given.toString(),
          DiscoveryText.INCOMPLETE_ADDRESS.text());
    }
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return bad(
          DiscoveryProblem.DISCOVERY_NOT_HTTPS, given.toString(), DiscoveryText.NOT_HTTPS.text());
    }
    var okta = OKTA_ADMIN.matcher(host);
    if (okta.matches()) {
      return bad(
          DiscoveryProblem.DISCOVERY_OKTA_ADMIN_HOST,
          host,
          DiscoveryText.OKTA_ADMIN_HOST.with("https://" + okta.group(1) + okta.group(2)));
    }
    String port = given.getPort() == -1 ? "" : ":" + given.getPort();
    String path = given.getRawPath() == null ? "" : given.getRawPath();
    boolean isDocument = path.endsWith(SUFFIX);
    String bare = isDocument ? path.substring(0, path.length() - SUFFIX.length()) : path;
    String base = scheme + "://" + host + port + withoutSlash(bare);
    // Entra publishes the keys of apps with their own signing key under "?appid=".
    String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
    if (given.getRawFragment() != null || (!isDocument && !query.isEmpty())) {
      return bad(
          DiscoveryProblem.DISCOVERY_NOT_A_URL,
          given.toString(),
          DiscoveryText.QUERY_OR_FRAGMENT.with(base));
    }
    var issuer = new Issuer(base);
    return issuer.tenantSegment().map(String::toLowerCase).filter(SHARED::contains).isPresent()
        ? new Judged.Bad(sharedTenant(base))
        : new Judged.Good(new DiscoveryAddress(issuer, URI.create(base + SUFFIX + query)));
  }

  /** Entra's configuration for anybody's tenant, by whatever name it was reached. */
  static Refused sharedTenant(String received) {
    return refused(
        DiscoveryProblem.DISCOVERY_ENTRA_SHARED_TENANT,
        "https://login.microsoftonline.com/<your tenant id>/v2.0",
        received,
        DiscoveryText.ENTRA_SHARED_TENANT.text());
  }

  static Refused refused(DiscoveryProblem problem, String expected, String received, String text) {
    return new Refused(problem, new OidcReason(problem.reason(), expected, received, text));
  }

  private static Judged bad(DiscoveryProblem problem, String received, String text) {
    return new Judged.Bad(refused(problem, "https://…", received, text));
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
