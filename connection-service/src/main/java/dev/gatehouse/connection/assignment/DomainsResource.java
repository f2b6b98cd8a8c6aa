package dev.gatehouse.connection.assignment;

import dev.gatehouse.access.EntityTags;
import dev.gatehouse.access.FreshThings;
import dev.gatehouse.access.Step;
import dev.gatehouse.connection.connection.ConnectionAnswers;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.connection.ConnectionView;
import dev.gatehouse.connection.domain.LookUpDomain;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The domains of a connection. */
@Path("/v1/connections/{id}/domains")
@Tag(name = "domains")
class DomainsResource {

  private final ConnectionGate gate;
  private final FreshThings fresh;
  private final LookUpDomain lookUp;
  private final AssignDomains assign;

  DomainsResource(
      ConnectionGate gate, FreshThings fresh, LookUpDomain lookUp, AssignDomains assign) {
    this.gate = gate;
    this.fresh = fresh;
    this.lookUp = lookUp;
    this.assign = assign;
  }

  /**
   * All domains that the connection shall have.
   *
   * @param confirm needed where the connection is active
   */
  record WantedDomains(
      @NotNull @Size(max = 200) List<@NotNull String> domains, @Nullable Boolean confirm) {}

  @PUT
  @Operation(
      summary = "Set which domains the connection signs in",
      description =
          "On an active connection the first answer is a preview; repeat with confirm: true.")
  @APIResponse(
      responseCode = "200",
      description = "Assigned",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(
      responseCode = "409",
      description =
          "domain_assigned_elsewhere; on an active connection domain_not_verified and"
              + " domain_change_confirmation_required")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "422", description = "domain_unknown")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> assign(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid WantedDomains body) {
    List<Id> wanted =
        body.domains().stream().map(text -> Id.parse(IdKind.DOMAIN, text)).distinct().toList();
    return gate.toSetUp(id, Step.CONNECTION, Step.ACTIVATE)
        .invoke(entered -> EntityTags.require(ifMatch, entered.connection().version()))
        .call(() -> arrived(wanted, 0))
        .flatMap(entered ->
            assign.assign(
                entered.connection().id(),
                entered.connection().version(),
                wanted,
                Boolean.TRUE.equals(body.confirm()),
                entered.cause()))
        .map(DomainsResource::answer);
  }

  /** A domain that was claimed a moment ago may still be on its way to us. */
  private Uni<Void> arrived(List<Id> wanted, int index) {
    return index == wanted.size()
        ? Uni.createFrom().voidItem()
        : fresh
            .await(wanted.get(index), () -> lookUp.find(wanted.get(index)))
            .flatMap(known -> arrived(wanted, index + 1));
  }

  private static Response answer(AssignDomains.Outcome outcome) {
    return switch (outcome) {
      case AssignDomains.Outcome.Assigned assigned -> ConnectionAnswers.ok(assigned.connection());
      case AssignDomains.Outcome.Unknown unknown ->
          throw refusal(ProblemCode.DOMAIN_UNKNOWN, Map.of("domains", unknown.domains()));
      case AssignDomains.Outcome.Elsewhere elsewhere ->
          throw refusal(
              ProblemCode.DOMAIN_ASSIGNED_ELSEWHERE, Map.of("domains", elsewhere.domains()));
      case AssignDomains.Outcome.NotVerified unverified ->
          throw refusal(ProblemCode.DOMAIN_NOT_VERIFIED, Map.of("domains", unverified.domains()));
      case AssignDomains.Outcome.Unconfirmed preview ->
          throw refusal(
              ProblemCode.DOMAIN_CHANGE_CONFIRMATION_REQUIRED,
              Map.of("added", preview.added(), "removed", preview.removed()));
      case AssignDomains.Outcome.Stale stale -> throw Problems.of(ProblemCode.PRECONDITION_FAILED);
      case AssignDomains.Outcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }

  private static RuntimeException refusal(ProblemCode code, Map<String, List<Id>> members) {
    return Problems.of(code, code.meaning(), members);
  }
}
