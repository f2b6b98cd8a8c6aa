package dev.gatehouse.gateway.attempt;

import dev.gatehouse.ids.Id;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that binds an attempt to the browser that started it. {@code Lax}: it need not come
 * with SAML's cross-site post, only with the GET that follows; OpenID Connect comes back by GET.
 * One cookie for each attempt, so that two tabs do not end each other.
 */
@ApplicationScoped
public class AttemptCookies {

  private static final int SUFFIX = 8;

  private final boolean https;

  AttemptCookies(@ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.https = publicUrl.startsWith("https:");
  }

  /**
   * The cookie that the browser has to bring back. It is left to run out by itself, so that whoever
   * goes back in the browser is told that the sign-in is over, and not that it is not theirs.
   */
  public NewCookie issue(Id attempt, String secret, Duration lifetime) {
    return new NewCookie.Builder(name(attempt))
        .value(secret)
        .path("/")
        .httpOnly(true)
        .secure(https)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge((int) lifetime.toSeconds())
        .build();
  }

  /** Whether this browser started the attempt. */
  public boolean matches(Attempt attempt, Map<String, Cookie> cookies) {
    return secret(attempt, cookies).isPresent();
  }

  /** What the browser that started the attempt holds; of any other browser there is nothing. */
  public Optional<String> secret(Attempt attempt, Map<String, Cookie> cookies) {
    return Optional.ofNullable(cookies.get(name(attempt.id())))
        .map(Cookie::getValue)
        .filter(value -> MessageDigest.isEqual(Secrets.sha256(value), attempt.browser()));
  }

  /** With the prefix no other host of the same site can plant the cookie (RFC 6265bis 4.1.3). */
  private String name(Id attempt) {
    String bare = attempt.bare();
    // The first characters of a UUIDv7 are its time, the last are random.
    return (https ? "__Host-" : "") + "gh_attempt_" + bare.substring(bare.length() - SUFFIX);
  }
}
