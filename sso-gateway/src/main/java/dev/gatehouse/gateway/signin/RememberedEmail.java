package dev.gatehouse.gateway.signin;

import dev.gatehouse.saml.EmailAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The address that a person asked this browser to remember. A convenience that proves nothing: it
 * only fills in the field. Not ticking the box again forgets it.
 */
@Singleton
class RememberedEmail {

  static final String COOKIE = "gh_email";
  private static final Duration LIFETIME = Duration.ofDays(180);

  private final boolean https;

  RememberedEmail(@ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.https = publicUrl.startsWith("https:");
  }

  /** Empty where the cookie holds anything but an address. */
  Optional<String> read(@Nullable String cookie) {
    if (cookie == null) {
      return Optional.empty();
    }
    try {
      String email = URLDecoder.decode(cookie, StandardCharsets.UTF_8);
      return EmailAddress.parse(email).map(_ -> email);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  Response keep(Response answer, String email, boolean wanted) {
    boolean usable = wanted && EmailAddress.parse(email.strip()).isPresent();
    String value = usable ? URLEncoder.encode(email.strip(), StandardCharsets.UTF_8) : "";
    return Response.fromResponse(answer)
        .cookie(
            new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/sign-in")
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(usable ? (int) LIFETIME.toSeconds() : 0)
                .build())
        .build();
  }
}
