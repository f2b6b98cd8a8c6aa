package dev.gatehouse.gateway.openid;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the token endpoint answers (RFC 6749 section 5). */
sealed interface TokenOutcome {

  /** Tokens for the application. */
  record Issued(String accessToken, long expiresIn, String idToken, String scope)
      implements TokenOutcome {

    @Override
    public String toString() {
      return "Issued[…]";
    }
  }

  /** No tokens; the description is for the application's developers. */
  record Refused(Error error, @Nullable String description) implements TokenOutcome {}

  /** The errors of RFC 6749 section 5.2 that we have use for. */
  enum Error {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNSUPPORTED_GRANT_TYPE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
