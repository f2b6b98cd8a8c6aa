package dev.gatehouse.connection.connection;

import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replacing a connection's own key pair, step by step. */
@Path("/v1/connections/{id}/key-rotation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "key-rotation")
@APIResponse(
    responseCode = "200",
    description = "The connection with its certificates",
    content = @Content(schema = @Schema(implementation = ConnectionView.class)))
@APIResponse(responseCode = "404", description = "not_found")
@APIResponse(responseCode = "409", description = "key_rotation_not_now")
class KeyRotationResource {

  private static final String MEANT =
      "The fingerprint of the certificate that is meant, as it was shown; with another one in its place by now"
          + " the answer is key_rotation_not_now. Without it, whichever is there.";

  private final ConnectionGate gate;
  private final RotateKey rotate;

  KeyRotationResource(ConnectionGate gate, RotateKey rotate) {
    this.gate = gate;
    this.rotate = rotate;
  }

  @POST
  @Operation(
      summary = "Begin to replace our key pair",
      description =
          "The new certificate is published beside the old one, as next. Where nothing that we send"
              + " is signed, it is current at once and the old one former.")
  public Uni<Response> begin(@PathParam("id") String id) {
    return gate.toManage(id)
        .flatMap(entered ->
            rotate
                .prepare(entered.connection())
                .flatMap(key -> rotate.begin(entered.connection().id(), key, entered.cause())))
        .map(KeyRotationResource::answer);
  }

  @POST
  @Path("/use")
  @Operation(
      summary = "Sign with the new key",
      description =
          "Once the identity provider knows the certificate that is next. The old one stays"
              + " published, as former.")
  public Uni<Response> use(
      @PathParam("id") String id,
      @Parameter(description = MEANT) @QueryParam("fingerprint") @Nullable String fingerprint) {
    return gate.toManage(id)
        .flatMap(entered -> rotate.use(entered.connection().id(), fingerprint, entered.cause()))
        .map(KeyRotationResource::answer);
  }

  @POST
  @Path("/finish")
  @Operation(
      summary = "Let the old key go",
      description = "It is published no more and its private half is deleted.")
  public Uni<Response> finish(
      @PathParam("id") String id,
      @Parameter(description = MEANT) @QueryParam("fingerprint") @Nullable String fingerprint) {
    return gate.toManage(id)
        .flatMap(entered -> rotate.finish(entered.connection().id(), fingerprint, entered.cause()))
        .map(KeyRotationResource::answer);
  }

  @DELETE
  @Operation(
      summary = "Cancel the rotation",
      description = "While the new key does not sign yet; it is deleted.")
  public Uni<Response> cancel(
      @PathParam("id") String id,
      @Parameter(description = MEANT) @QueryParam("fingerprint") @Nullable String fingerprint) {
    return gate.toManage(id)
        .flatMap(entered -> rotate.cancel(entered.connection().id(), fingerprint, entered.cause()))
        .map(KeyRotationResource::answer);
  }

  private static Response answer(RotationOutcome outcome) {
    return switch (outcome) {
      case RotationOutcome.Done done -> ConnectionAnswers.ok(done.connection());
      case RotationOutcome.NotNow notNow -> throw Problems.of(ProblemCode.KEY_ROTATION_NOT_NOW);
      case RotationOutcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }
}
