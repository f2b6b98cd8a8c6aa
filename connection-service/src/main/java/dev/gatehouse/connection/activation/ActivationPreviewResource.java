package dev.gatehouse.connection.activation;

import dev.gatehouse.access.Caller;
import dev.gatehouse.connection.connection.AssignedDomain;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows the effect before it is asked for. */
@Path("/v1/connections/{id}/activation")
@Tag(name = "activation")
class ActivationPreviewResource {

  private final ConnectionGate gate;
  private final PreviewActivation preview;

  ActivationPreviewResource(ConnectionGate gate, PreviewActivation preview) {
    this.gate = gate;
    this.preview = preview;
  }

  /**
   * What activating the revision would do.
   *
   * @param alreadyLive whether people sign in with this very revision
   * @param replacesLive whether people sign in with another one now
   * @param issuerChanges whether everybody comes from another identity provider from then on
   * @param subjectChanges whether people are recognised by something else from then on
   * @param domains whose people will sign in with it
   * @param unverifiedDomains those that stand in the way
   * @param problems the codes an activation would be refused with now; relink_confirmation_required
   *     goes away with confirmRelink
   */
  @Schema(name = "ActivationPreview")
  record View(
      Id revision,
      boolean alreadyLive,
      boolean replacesLive,
      boolean issuerChanges,
      boolean subjectChanges,
      List<Id> domains,
      List<Id> unverifiedDomains,
      List<String> problems) {}

  @GET
  @Operation(
      summary = "What activating would do",
      description =
          "By the rules that decide an activation, without changing anything. How many people it"
              + " concerns is known where they are: the members by email domain in org-service, the"
              + " sign-ins in sso-gateway.")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "connection_incomplete: there is no draft")
  @APIResponse(responseCode = "422", description = "revision_unknown")
  public Uni<View> preview(
      @PathParam("id") String id, @QueryParam("revision") @Nullable String revision) {
    Id wanted = revision == null ? null : Id.parse(IdKind.REVISION, revision);
    return gate.toRead(id)
        .flatMap(entered ->
            preview
                .preview(entered.connection(), wanted)
                .map(found -> view(entered, known(found, wanted))));
  }

  private static PreviewActivation.Preview known(
      Optional<PreviewActivation.Preview> found, @Nullable Id wanted) {
    return found.orElseThrow(() ->
        Problems.of(
            wanted == null ? ProblemCode.CONNECTION_INCOMPLETE : ProblemCode.REVISION_UNKNOWN));
  }

  private static View view(ConnectionGate.Entered entered, PreviewActivation.Preview preview) {
    ConnectionSnapshot connection = entered.connection();
    Optional<Objection.RelinkUnconfirmed> relink =
        preview.objections().stream()
            .filter(Objection.RelinkUnconfirmed.class::isInstance)
            .map(Objection.RelinkUnconfirmed.class::cast)
            .findFirst();
    Id revision = preview.revision().id();
    boolean live = connection.live() != null;
    boolean same = connection.live() != null && connection.live().id().equals(revision);
    List<String> problems = new ArrayList<>();
    if (live && entered.caller() instanceof Caller.SetupLink) {
      problems.add(ProblemCode.CONFIRMATION_REQUIRED.code());
    }
    preview.objections().forEach(one -> problems.add(ActivationAnswers.code(one).code()));
    return new View(
        revision,
        same,
        live && !same,
        relink.map(Objection.RelinkUnconfirmed::issuerChanges).orElse(false),
        relink.map(Objection.RelinkUnconfirmed::subjectChanges).orElse(false),
        connection.domains().stream().map(AssignedDomain::id).toList(),
        connection.unverifiedDomains(),
        List.copyOf(problems));
  }
}
