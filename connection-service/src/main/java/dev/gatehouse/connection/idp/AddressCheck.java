package dev.gatehouse.connection.idp;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises metadata addresses that are known to be the wrong ones, before fetching them. */
final class AddressCheck {

  private static final Set<String> ENTRA_HOSTS =
      Set.of(
          "login.microsoftonline.com",
          "login.windows.net",
          "login.microsoftonline.us",
          "login.partner.microsoftonline.cn");

  /** Entra's path segments that stand for every tenant. */
  private static final Set<String> EVERY_TENANT = Set.of("common", "organizations", "consumers");

  private AddressCheck() {}

  /** Why the address cannot be right, in words for the admin. */
  static Optional<String> refusal(URI address) {
    String host = host(address);
    String path = address.getPath() == null ? "" : address.getPath();
    if (ENTRA_HOSTS.contains(host)
        && EVERY_TENANT.contains(path.split("/", -1).length > 1 ? path.split("/", -1)[1] : "")) {
      return Optional.of(AdminText.METADATA_OF_EVERY_TENANT.text());
    }
    if (isOkta(host) && host.contains("-admin.")) {
      return Optional.of(AdminText.OKTA_ADMIN_CONSOLE.text());
    }
    if (isOkta(host) && path.endsWith("/sso/saml")) {
      return Optional.of(AdminText.OKTA_SIGN_ON_URL.text());
    }
    return Optional.empty();
  }

  /** What is suspicious about an address that does have metadata. */
  static List<Warning> warnings(URI address) {
    String query = address.getQuery() == null ? "" : address.getQuery();
    boolean tenantWide =
        ENTRA_HOSTS.contains(host(address)) && !query.toLowerCase(Locale.ROOT).contains("appid=");
    return tenantWide
        ? List.of(new Warning("tenant_wide_metadata", AdminText.KEYS_OF_THE_TENANT.text()))
        : List.of();
  }

  private static boolean isOkta(String host) {
    return host.endsWith(".okta.com")
        || host.endsWith(".oktapreview.com")
        || host.endsWith(".okta-emea.com");
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }
}
