package dev.gatehouse.gateway.openid;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers an application at its redirect URI, which was validated when the request came in. Each
 * answer names us as issuer (RFC 9207), so that it cannot be mistaken for another provider's.
 */
@Singleton
public class AuthorizationAnswers {

  private static final int SEE_OTHER = 303;

  private final String issuer;

  AuthorizationAnswers(@ConfigProperty(name = "gatehouse.public-url") String issuer) {
    this.issuer = issuer;
  }

  /** The person signed in. */
  public Response code(AuthorizationRequest request, String code) {
    return redirect(request.redirectUri(), request.state(), "code", code, null);
  }

  /** The person did not; the description is for the application's developers. */
  public Response error(
      AuthorizationRequest request, AuthorizationError error, String description) {
    return error(request.redirectUri(), request.state(), error, description);
  }

  Response error(
      String redirectUri, @Nullable String state, AuthorizationError error, String description) {
    return redirect(redirectUri, state, "error", error.code(), description);
  }

  private Response redirect(
      String redirectUri,
      @Nullable String state,
      String name,
      String value,
      @Nullable String description) {
    StringBuilder target = new StringBuilder(redirectUri);
    target.append(redirectUri.indexOf('?') < 0 ? '?' : '&').append(name).append('=');
    target.append(encoded(value));
    if (description != null) {
      target.append("&error_description=").append(encoded(description));
    }
    if (state != null) {
      target.append("&state=").append(encoded(state));
    }
    target.append("&iss=").append(encoded(issuer));
    // 303, never 307: a form that was posted to us must not be posted on (RFC 9700 section 4.12).
    return Response.status(SEE_OTHER)
        .location(URI.create(target.toString()))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
