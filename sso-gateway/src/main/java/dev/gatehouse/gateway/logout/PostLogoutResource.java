package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.logout.LogoutTrips.Trip;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The browser is back from its OpenID provider (RP-Initiated Logout 1.0 section 3) and goes on to
 * where the application wanted it. Nothing is believed here: the address was fixed when it left.
 */
@Path("/oidc/{connection}/post-logout")
class PostLogoutResource {

  private final LogoutTrips trips;
  private final LogoutAnswers answers;

  PostLogoutResource(LogoutTrips trips, LogoutAnswers answers) {
    this.trips = trips;
    this.answers = answers;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> get(@QueryParam("state") @Nullable String state) {
    return answers.orFault(
        Optional.ofNullable(state)
            .map(trips::byToken)
            .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
            .flatMap(trip -> answers.leave(trip.flatMap(Trip::target))));
  }
}
