package dev.gatehouse.gateway.openid;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;

/** Begins a sign-in for a validated request and answers the browser. */
public interface SignInStart {

  Uni<Response> begin(AuthorizationRequest request);
}
