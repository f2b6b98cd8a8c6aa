package dev.gatehouse.gateway.logout;

import dev.gatehouse.access.FreshThings;
import dev.gatehouse.gateway.admission.Admission;
import dev.gatehouse.gateway.logout.EndSessions.Ending;
import dev.gatehouse.gateway.logout.EndSessions.Outcome;
import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.relyingparty.JudgeLogoutToken;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.oidc.logout.LogoutTokenVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the provider of an OpenID Connect connection says that somebody signed out of it
 * (Back-Channel Logout 1.0 section 2.5). The sessions that applications keep from that person's
 * sign-ins end, and the applications are told in the same way.
 */
@Path("/oidc/{connection}/backchannel-logout")
@Tag(name = "openid")
class BackchannelLogoutResource {

  private static final Logger LOG = Logger.getLogger(BackchannelLogoutResource.class);
  private static final int LONGEST_TOKEN = 16 * 1024;

  private final Connections connections;
  private final FreshThings freshThings;
  private final Admission admission;
  private final JudgeLogoutToken judge;
  private final EndSessions endSessions;

  BackchannelLogoutResource(
      Connections connections,
      FreshThings freshThings,
      Admission admission,
      JudgeLogoutToken judge,
      EndSessions endSessions) {
    this.connections = connections;
    this.freshThings = freshThings;
    this.admission = admission;
    this.judge = judge;
    this.endSessions = endSessions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "End sessions because the identity provider ended its own",
      description =
          "OpenID Connect Back-Channel Logout 1.0; logout_token is signed by the connection's"
              + " provider.")
  @APIResponse(responseCode = "200", description = "Done; also where there was no session")
  @APIResponse(responseCode = "400", description = "invalid_request: the token proves nothing")
  @APIResponse(responseCode = "404", description = "invalid_request: no such connection")
  @APIResponse(responseCode = "503", description = "temporarily_unavailable")
  public Uni<Response> post(
      @PathParam("connection") String bare, @FormParam("logout_token") @Nullable String token) {
    Id id = Id.parseBare(IdKind.CONNECTION, bare);
    if (token == null || token.length() > LONGEST_TOKEN) {
      return Uni.createFrom().item(error(Response.Status.BAD_REQUEST, "invalid_request"));
    }
    return admission
        .admit(
            id,
            () ->
                freshThings
                    .await(id, () -> connections.known(id))
                    .flatMap(known ->
                        known.isEmpty()
                            ? Uni.createFrom()
                                .item(error(Response.Status.NOT_FOUND, "invalid_request"))
                            : receive(known.get(), token)))
        .onFailure(TooBusy.class)
        .recoverWithItem(error(Response.Status.SERVICE_UNAVAILABLE, "temporarily_unavailable"));
  }

  private Uni<Response> receive(KnownConnection connection, String token) {
    return judge
        .judge(connection, token)
        .flatMap(verdict ->
            switch (verdict) {
              case LogoutTokenVerdict.Rejected(var reason) ->
                  Uni.createFrom().item(refused(connection, reason.code().code()));
              case LogoutTokenVerdict.Accepted accepted ->
                  endSessions
                      .atIdentityProvider(connection, ending(accepted))
                      .map(outcome -> answer(connection, outcome));
            });
  }

  private static Ending ending(LogoutTokenVerdict.Accepted accepted) {
    return new Ending(
        Optional.of(new Ending.Once(accepted.id(), accepted.replayUntil())),
        accepted.subject(),
        accepted.session().map(List::of).orElse(List.of()));
  }

  private static Response answer(KnownConnection connection, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Replayed _ -> refused(connection, "logout_replayed");
      case Outcome.Done done -> {
        LOG.infof(
            "Signed out at the identity provider organizationId=%s connectionId=%s sessions=%d",
            connection.organization(), connection.id(), done.sessions());
        yield noStore(Response.ok()).build();
      }
    };
  }

  private static Response refused(KnownConnection connection, String reason) {
    LOG.infof(
        "Back-channel logout refused organizationId=%s connectionId=%s reason=%s",
        connection.organization(), connection.id(), reason);
    return error(Response.Status.BAD_REQUEST, "invalid_request");
  }

  /** Section 2.8. */
  private static Response error(Response.Status status, String code) {
    return noStore(Response.status(status))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Map.of("error", code))
        .build();
  }

  private static Response.ResponseBuilder noStore(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
