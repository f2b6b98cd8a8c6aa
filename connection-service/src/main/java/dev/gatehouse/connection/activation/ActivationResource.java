package dev.gatehouse.connection.activation;

import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Step;
import dev.gatehouse.connection.connection.ConnectionAnswers;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.connection.ConnectionView;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people sign in with. */
@Path("/v1/connections/{id}/activation")
@Tag(name = "activation")
class ActivationResource {

  private final ConnectionGate gate;
  private final ActivateConnection activate;
  private final DeactivateConnection deactivate;

  ActivationResource(
      ConnectionGate gate, ActivateConnection activate, DeactivateConnection deactivate) {
    this.gate = gate;
    this.activate = activate;
    this.deactivate = deactivate;
  }

  /**
   * What to go live with.
   *
   * @param revision any tested one, the draft unless given
   * @param confirmRelink needed where issuer or subject source change
   */
  record Activation(@Nullable String revision, @Nullable Boolean confirmRelink) {}

  @PUT
  @Operation(
      summary = "Activate a tested revision",
      description =
          "The first objection is the answer's code; problems names them all. Activating what is"
              + " live already does nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Live",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(
      responseCode = "409",
      description =
          "connection_incomplete, no_trusted_key, revision_not_tested, domain_not_verified,"
              + " relink_confirmation_required, confirmation_required: the holder of a set-up link"
              + " does not replace what is live")
  @APIResponse(responseCode = "422", description = "revision_unknown")
  public Uni<Response> activate(@PathParam("id") String id, @NotNull @Valid Activation body) {
    Id revision = body.revision() == null ? null : Id.parse(IdKind.REVISION, body.revision());
    return gate.toPrepare(id, Step.ACTIVATE)
        .flatMap(entered ->
            activate.activate(
                entered.connection().id(),
                revision,
                Boolean.TRUE.equals(body.confirmRelink()),
                !(entered.caller() instanceof Caller.SetupLink),
                entered.cause()))
        .map(ActivationAnswers::of);
  }

  @DELETE
  @Operation(summary = "Deactivate: nobody signs in with it any more")
  @APIResponse(
      responseCode = "200",
      description = "Not live; a connection that was not active stays as it is",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> deactivate(@PathParam("id") String id) {
    return gate.toManage(id)
        .flatMap(entered -> deactivate.deactivate(entered.connection().id(), entered.cause()))
        .map(done ->
            ConnectionAnswers.ok(done.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND))));
  }
}
