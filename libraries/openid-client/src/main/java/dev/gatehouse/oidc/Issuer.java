package dev.gatehouse.oidc;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An issuer as its provider spells it. Comparing is exact: no case, slash or port is forgiven.
 *
 * @param value absolute, http or https, without query and fragment
 */
public record Issuer(String value) {

  private static final String GOOGLE = "https://accounts.google.com";

  /** Some of Google's tokens leave the scheme out. */
  private static final String GOOGLE_BARE = "accounts.google.com";

  private static final Set<String> ENTRA_HOSTS =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.partner.microsoftonline.cn",
          "login.chinacloudapi.cn",
          "login.windows.net",
          "sts.windows.net");

  public Issuer {
    URI uri = URI.create(value);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("an issuer is a web address without query and fragment");
    }
  }

  /** Whether a message that names {@code iss} comes from this issuer. */
  public boolean isNamed(String iss) {
    return value.equals(iss) || (isGoogle() && iss.equals(GOOGLE_BARE));
  }

  /** Google has one issuer for everybody, so it does not say which customer a person is of. */
  public boolean isGoogle() {
    return value.equals(GOOGLE);
  }

  /** Whether it is one of Microsoft's, of whatever cloud. */
  public boolean isEntra() {
    String host = host();
    return ENTRA_HOSTS.contains(host) || host.endsWith(".ciamlogin.com");
  }

  /** The first step of an Entra issuer's path: a tenant id, or a name for several tenants. */
  public Optional<String> tenantSegment() {
    String path = URI.create(value).getPath();
    if (!isEntra() || path == null || path.length() < 2) {
      return Optional.empty();
    }
    int end = path.indexOf('/', 1);
    return Optional.of(end < 0 ? path.substring(1) : path.substring(1, end));
  }

  /** The tenant of an Entra issuer. */
  public Optional<UUID> entraTenant() {
    return tenantSegment().filter(segment -> segment.length() == 36).flatMap(Issuer::uuid);
  }

  /** Whether it is an Okta organization on Okta's own domains. */
  public boolean isOkta() {
    String host = host();
    return host.endsWith(".okta.com")
        || host.endsWith(".oktapreview.com")
        || host.endsWith(".okta-emea.com");
  }

  private String host() {
    return URI.create(value).getHost().toLowerCase(Locale.ROOT);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notATenant) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
