package dev.gatehouse.gateway.application;

import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What an application may register as a URI that we call ourselves. */
final class ServerUri {

  private ServerUri() {}

  /** The URI as given, or the problem to answer; an empty text stands for none. */
  static @Nullable String requireOptional(@Nullable String uri) {
    if (uri == null || uri.isEmpty()) {
      return null;
    }
    // Plain http may be fine, within networks that the operator allows: see ServerUris.
    String secure = uri.startsWith("http:") ? "https:" + uri.substring("http:".length()) : uri;
    if (!RedirectUri.isAcceptable(secure)) {
      throw refused(uri);
    }
    return uri;
  }

  static boolean isPlainHttp(URI uri) {
    return "http".equals(uri.getScheme());
  }

  static RuntimeException refused(String uri) {
    return Problems.of(ProblemCode.REDIRECT_URI_INVALID, Detail.SERVER_URI_REFUSED.with(uri));
  }
}
