package dev.gatehouse.org.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a client says it is. */
record PresentedClient(String id, String secret) {

  private static final String BASIC = "basic ";

  /** Reads {@code client_secret_basic} or {@code client_secret_post} (RFC 6749 section 2.3.1). */
  static Optional<PresentedClient> read(
      @Nullable String authorization, @Nullable String formId, @Nullable String formSecret) {
    if (authorization != null) {
      // Two ways at once are refused: the request would say two things about its sender.
      return formSecret == null ? basic(authorization) : Optional.empty();
    }
    return formId == null || formSecret == null
        ? Optional.empty()
        : Optional.of(new PresentedClient(formId, formSecret));
  }

  private static Optional<PresentedClient> basic(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new PresentedClient(form(pair.substring(0, colon)), form(pair.substring(colon + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String form(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "PresentedClient[" + id + "]";
  }
}
