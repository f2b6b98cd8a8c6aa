package dev.gatehouse.fetch;

import dev.gatehouse.fetch.FetchOutcome.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An address to fetch, as far as it can be judged before its name is resolved.
 *
 * @param host without the brackets of an IPv6 literal
 * @param path with the query
 */
record Target(boolean https, String host, int port, String path) {

  /** What is said about an address. */
  sealed interface Judged {
    record Good(Target target) implements Judged {}

    record Bad(Refusal reason) implements Judged {}
  }

  static Judged of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.isEmpty() || uri.getHost() == null || uri.getHost().isEmpty()) {
      return new Judged.Bad(Refusal.NOT_A_URL);
    }
    boolean https = scheme.equals("https");
    if (!https && !scheme.equals("http")) {
      return new Judged.Bad(Refusal.NOT_HTTPS);
    }
    if (uri.getRawUserInfo() != null) {
      return new Judged.Bad(Refusal.USER_INFO);
    }
    int port = uri.getPort() == -1 ? (https ? 443 : 80) : uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Judged.Good(new Target(https, withoutBrackets(uri.getHost()), port, path + query));
  }

  /** Whether it may be fetched from the addresses that its name has; every one must do. */
  Judged at(List<InetAddress> addresses, Reach reach) {
    for (InetAddress address : addresses) {
      if (reach.isAllowed(address)) {
        continue;
      }
      if (!reach.isPublic(address)) {
        return new Judged.Bad(Refusal.NOT_PUBLIC);
      }
      if (!https) {
        return new Judged.Bad(Refusal.NOT_HTTPS);
      }
      if (port != 443) {
        return new Judged.Bad(Refusal.PORT);
      }
    }
    return new Judged.Good(this);
  }

  /** The one to connect to; IPv4 first, because many hosts have no route for IPv6. */
  static InetAddress pin(List<InetAddress> addresses) {
    return addresses.stream()
        .min(Comparator.comparingInt(address -> address.getAddress().length))
        .orElseThrow();
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
