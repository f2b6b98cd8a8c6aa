package dev.gatehouse.gateway.openid;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Begins a sign-in for a validated request and answers the browser. */
public interface SignInStart {

  Uni<Response> begin(AuthorizationRequest request);

  /**
   * The same by what is remembered; empty, and nothing has begun, unless it leads straight to an
   * identity provider and is still so in the instant in which the attempt is stored.
   *
   * @param applicationVersion of the application that the request was judged by
   */
  Uni<Optional<Response>> beginRemembered(AuthorizationRequest request, long applicationVersion);
}
