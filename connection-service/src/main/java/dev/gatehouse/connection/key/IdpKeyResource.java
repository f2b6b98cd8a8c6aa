package dev.gatehouse.connection.key;

import dev.gatehouse.access.Step;
import dev.gatehouse.connection.connection.ConnectionAnswers;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.connection.ConnectionView;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.connection.cpu.CpuWork;
import dev.gatehouse.connection.idp.Certificates;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.saml.IdpCertificate;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of a connection's identity provider. */
@Path("/v1/connections/{id}/idp-keys")
@Tag(name = "idp-keys")
class IdpKeyResource {

  private final ConnectionGate gate;
  private final ChangeKeys change;
  private final CpuWork work;

  IdpKeyResource(ConnectionGate gate, ChangeKeys change, CpuWork work) {
    this.gate = gate;
    this.change = change;
    this.work = work;
  }

  /** A certificate in PEM, or base64 of its DER form. */
  record NewKey(@NotBlank @Size(max = 65536) String certificate) {}

  /** What a key is worth. */
  record KeyTrust(@NotNull Trust trust) {}

  @POST
  @Operation(
      summary = "Add a key by its certificate",
      description =
          "It is trusted at once while the connection is not active; on an active connection it"
              + " becomes a candidate. A key that was revoked stays revoked.")
  @APIResponse(
      responseCode = "200",
      description = "The connection with its keys",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "422", description = "certificate_unreadable, protocol_mismatch")
  public Uni<Response> add(@PathParam("id") String id, @NotNull @Valid NewKey body) {
    return gate.toSetUp(id, Step.CONNECTION)
        .invoke(entered -> {
          if (entered.connection().protocol() != Protocol.SAML) {
            throw Problems.of(ProblemCode.PROTOCOL_MISMATCH);
          }
        })
        .flatMap(entered ->
            work.run(() -> parse(body.certificate()))
                .flatMap(certificate ->
                    change.add(entered.connection().id(), certificate, entered.cause())))
        .map(IdpKeyResource::answer);
  }

  @PATCH
  @Path("/{fingerprint}")
  @Operation(
      summary = "Trust, set aside or revoke a key",
      description = "Takes effect at once, for every revision; the fingerprint is the key's id.")
  @APIResponse(
      responseCode = "200",
      description = "The connection with its keys",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "not_found, key_unknown")
  public Uni<Response> trust(
      @PathParam("id") String id,
      @PathParam("fingerprint") String fingerprint,
      @NotNull @Valid KeyTrust body) {
    return gate.toSetUp(id, Step.CONNECTION)
        .flatMap(entered ->
            change.trust(entered.connection().id(), fingerprint, body.trust(), entered.cause()))
        .map(IdpKeyResource::answer);
  }

  private static IdpCertificate parse(String text) {
    try {
      return Certificates.read(text);
    } catch (IllegalArgumentException e) {
      throw Problems.of(ProblemCode.CERTIFICATE_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Response answer(KeyOutcome outcome) {
    return switch (outcome) {
      case KeyOutcome.Done done -> ConnectionAnswers.ok(done.connection());
      case KeyOutcome.KeyUnknown unknown -> throw Problems.of(ProblemCode.KEY_UNKNOWN);
      case KeyOutcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }
}
