package dev.gatehouse.verification.check;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Step;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.verification.domain.Domain;
import dev.gatehouse.verification.domain.DomainAnswers;
import dev.gatehouse.verification.domain.DomainView;
import dev.gatehouse.verification.domain.FindDomains;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For those who do not want to wait until we look by ourselves. */
@Path("/v1/domains/{id}/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domains")
class LookResource {

  private final Access access;
  private final Traces traces;
  private final FindDomains findDomains;
  private final LookNow lookNow;
  private final DomainAnswers answers;

  LookResource(
      Access access,
      Traces traces,
      FindDomains findDomains,
      LookNow lookNow,
      DomainAnswers answers) {
    this.access = access;
    this.traces = traces;
    this.findDomains = findDomains;
    this.lookNow = lookNow;
    this.answers = answers;
  }

  @POST
  @Operation(
      summary = "Look for the TXT record now",
      description = "At most once in 10 seconds per domain; lastCheck says what was found.")
  @APIResponse(
      responseCode = "200",
      description = "The domain after the look",
      content = @Content(schema = @Schema(implementation = DomainView.class)))
  @APIResponse(responseCode = "400", description = "malformed_id")
  @APIResponse(responseCode = "401", description = "unauthenticated")
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(responseCode = "404", description = "not_found: unknown, or not yours to see")
  @APIResponse(responseCode = "409", description = "domain_not_pending")
  @APIResponse(responseCode = "429", description = "checked_just_now, with Retry-After")
  public Uni<Response> look(@PathParam("id") String id) {
    Id domain = Id.parse(IdKind.DOMAIN, id);
    return access
        .withAnyToken()
        .flatMap(any -> findDomains.present(domain))
        .flatMap(found ->
            access.toSelfServe(
                found.organization(),
                Set.of(Step.DOMAINS),
                Permission.MANAGE_ENTERPRISE_CONNECTIONS,
                Permission.MANAGE_DOMAINS))
        .flatMap(caller -> lookNow.look(domain, traces.causedBy(caller)))
        .map(this::answer);
  }

  private Response answer(LookOutcome outcome) {
    return switch (outcome) {
      case LookOutcome.Looked(Domain domain) -> answers.ok(domain);
      case LookOutcome.JustNow(Duration wait) ->
          throw Problems.retryAfter(ProblemCode.CHECKED_JUST_NOW, wait);
      case LookOutcome.NotPending notPending -> throw Problems.of(ProblemCode.DOMAIN_NOT_PENDING);
      case LookOutcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }
}
