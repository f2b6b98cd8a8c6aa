package dev.gatehouse.gateway.saml;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the HTTP-POST binding (SAML Bindings 3.5.4), and of queries that are read alike. A
 * field that comes twice is as good as none: which of the two somebody else read, nobody knows.
 */
public record PostedForm(
    Optional<String> samlRequest, Optional<String> samlResponse, Optional<String> relayState) {

  /** Reads {@code application/x-www-form-urlencoded} text. */
  public static PostedForm read(String body) {
    return new PostedForm(
        field(body, "SAMLRequest"), field(body, "SAMLResponse"), field(body, "RelayState"));
  }

  private static Optional<String> field(String body, String name) {
    String start = name + "=";
    String found = null;
    int from = 0;
    while (from <= body.length()) {
      int end = body.indexOf('&', from);
      int to = end < 0 ? body.length() : end;
      if (body.startsWith(start, from)) {
        if (found != null) {
          return Optional.empty();
        }
        found = body.substring(from + start.length(), to);
      }
      from = to + 1;
    }
    return decoded(found);
  }

  private static Optional<String> decoded(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URLDecoder.decode(raw, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException brokenEscape) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PostedForm[response " + samlResponse.isPresent() + "]";
  }
}
