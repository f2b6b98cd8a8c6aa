package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.admission.Admission;
import dev.gatehouse.gateway.logout.EndSessions.Ending;
import dev.gatehouse.gateway.logout.EndSessions.Outcome;
import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.oidc.Issuer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The page that a provider shows in a hidden frame when somebody signs out of it (Front-Channel
 * Logout 1.0), which is all that Entra offers. We keep no session in the browser, so without the
 * {@code sid} there is nothing to end; it is known to the provider and to us alone, and whoever
 * should have got hold of one can end that one session and nothing else.
 */
@Path("/oidc/{connection}/frontchannel-logout")
class FrontchannelLogoutResource {

  private static final Logger LOG = Logger.getLogger(FrontchannelLogoutResource.class);
  private static final int LONGEST = 1_000;

  private final Connections connections;
  private final Admission admission;
  private final EndSessions endSessions;

  FrontchannelLogoutResource(
      Connections connections, Admission admission, EndSessions endSessions) {
    this.connections = connections;
    this.admission = admission;
    this.endSessions = endSessions;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> get(
      @PathParam("connection") String bare,
      @QueryParam("iss") @Nullable String issuer,
      @QueryParam("sid") @Nullable String session) {
    Id id = Id.parseBare(IdKind.CONNECTION, bare);
    if (session == null || session.isEmpty() || session.length() > LONGEST) {
      return Uni.createFrom().item(answer(Response.Status.BAD_REQUEST));
    }
    return admission
        .admit(
            id,
            () ->
                connections
                    .known(id)
                    .flatMap(known ->
                        known.filter(connection -> isFrom(connection, issuer)).isEmpty()
                            ? Uni.createFrom().item(answer(Response.Status.BAD_REQUEST))
                            : end(known.get(), session)))
        .onFailure(TooBusy.class)
        .recoverWithItem(() -> answer(Response.Status.SERVICE_UNAVAILABLE));
  }

  /** Section 3: iss and sid come together. */
  private static boolean isFrom(KnownConnection connection, @Nullable String issuer) {
    return issuer != null
        && connection
            .liveOrDraft()
            .map(Revision::oidc)
            .map(OidcSettings::issuer)
            .filter(own -> new Issuer(own).isNamed(issuer))
            .isPresent();
  }

  private Uni<Response> end(KnownConnection connection, String session) {
    return endSessions
        .atIdentityProvider(
            connection, new Ending(Optional.empty(), Optional.empty(), List.of(session)))
        .map(outcome -> {
          if (outcome instanceof Outcome.Done(int sessions, _) && sessions > 0) {
            LOG.infof(
                "Signed out at the identity provider organizationId=%s connectionId=%s"
                    + " sessions=%d",
                connection.organization(), connection.id(), sessions);
          }
          // The same whether there was such a session or not.
          return answer(Response.Status.OK);
        });
  }

  private static Response answer(Response.Status status) {
    return Response.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
