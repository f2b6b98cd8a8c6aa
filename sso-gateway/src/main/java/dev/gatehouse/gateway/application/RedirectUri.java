package dev.gatehouse.gateway.application;

import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an application may register as a URI to send browsers to (RFC 9700 section 4.1). */
final class RedirectUri {

  private static final int LONGEST = 2_000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private RedirectUri() {}

  /** The URIs as given, or the problem to answer. */
  static List<String> requireAll(List<String> uris) {
    uris.forEach(RedirectUri::require);
    return uris.stream().distinct().toList();
  }

  /** The URI as given, or the problem to answer; an empty text stands for none. */
  static @Nullable String requireOptional(@Nullable String uri) {
    if (uri == null || uri.isEmpty()) {
      return null;
    }
    require(uri);
    return uri;
  }

  private static void require(String uri) {
    if (!isAcceptable(uri)) {
      throw Problems.of(ProblemCode.REDIRECT_URI_INVALID, Detail.REDIRECT_URI_REFUSED.with(uri));
    }
  }

  static boolean isAcceptable(String text) {
    if (text.length() > LONGEST || text.indexOf('*') >= 0) {
      return false;
    }
    try {
      URI uri = new URI(text);
      return uri.isAbsolute()
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && text.equals(uri.toASCIIString())
          && !hasDotSegments(uri)
          && (uri.getScheme().equals("https")
              || (uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost())));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A browser resolves them before it asks, so the page that answers would be another. */
  private static boolean hasDotSegments(URI uri) {
    return !uri.normalize().equals(uri);
  }
}
