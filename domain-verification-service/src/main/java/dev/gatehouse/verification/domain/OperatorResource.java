package dev.gatehouse.verification.domain;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What only operators do with domains. */
@Path("/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Domains")
@APIResponse(responseCode = "401", description = "unauthenticated")
@APIResponse(responseCode = "403", description = "operators_only")
class OperatorResource {

  private final Access access;
  private final Traces traces;
  private final FindDomains findDomains;
  private final VerifyDomain verifyDomain;
  private final RepublishDomains republishDomains;
  private final DomainAnswers answers;

  OperatorResource(
      Access access,
      Traces traces,
      FindDomains findDomains,
      VerifyDomain verifyDomain,
      RepublishDomains republishDomains,
      DomainAnswers answers) {
    this.access = access;
    this.traces = traces;
    this.findDomains = findDomains;
    this.verifyDomain = verifyDomain;
    this.republishDomains = republishDomains;
    this.answers = answers;
  }

  /** Why an operator vouches for a domain; kept in the audit trail. */
  record Vouching(@NotBlank @Size(max = 500) String reason) {}

  @POST
  @Path("/{id}/verification")
  @Operation(
      summary = "Verify a domain by hand",
      description =
          "For operators who know by other means whose the domain is. Checks never take such a"
              + " verification back.")
  @APIResponse(
      responseCode = "200",
      description = "Verified",
      content = @Content(schema = @Schema(implementation = DomainView.class)))
  @APIResponse(responseCode = "400", description = "invalid_request, malformed_id")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "domain_owned_elsewhere, domain_not_pending")
  public Uni<Response> verify(@PathParam("id") String id, @NotNull @Valid Vouching body) {
    Id domain = Id.parse(IdKind.DOMAIN, id);
    return access
        .withAnyToken()
        .flatMap(any -> findDomains.present(domain))
        .flatMap(found -> access.toBelong(found.organization()))
        .flatMap(belongs -> access.operator())
        .flatMap(caller ->
            verifyDomain.verify(
                domain, new Proof.ByOperator(body.reason().strip()), traces.causedBy(caller)))
        .map(this::answer);
  }

  private Response answer(VerificationOutcome outcome) {
    return switch (outcome) {
      case VerificationOutcome.Verified(Domain domain) -> answers.ok(domain);
      case VerificationOutcome.OwnedElsewhere elsewhere ->
          throw Problems.of(ProblemCode.DOMAIN_OWNED_ELSEWHERE);
      case VerificationOutcome.NotPending notPending ->
          throw Problems.of(ProblemCode.DOMAIN_NOT_PENDING);
    };
  }

  /** How many states were published again. */
  record Republished(long republished) {}

  @POST
  @Path("/republish")
  @Operation(
      summary = "Publish the state of every domain again",
      description =
          "After a topic was lost. Consumers take only what is newer than what they hold.")
  @APIResponse(
      responseCode = "202",
      description = "All states are in the outbox",
      content = @Content(schema = @Schema(implementation = Republished.class)))
  public Uni<Response> republish() {
    return access
        .operator()
        .flatMap(caller -> republishDomains.all(traces.causedBy(caller)))
        .map(count -> Response.accepted(new Republished(count)).build());
  }
}
