package dev.gatehouse.gateway.log;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.OrganizationList;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How sign-in goes: for the Security tab one organization, for the dashboard many. */
@Path("/v1/sign-ins/summary")
@Tag(name = "sign-ins")
class SignInSummaryResource {

  private final Access access;
  private final SignInSummaries summaries;

  SignInSummaryResource(Access access, SignInSummaries summaries) {
    this.access = access;
    this.summaries = summaries;
  }

  @GET
  @Operation(
      summary = "Sum up the last seven days of sign-ins",
      description =
          "organization: one, with the people who signed in lately, for whoever may manage its"
              + " connections. organizations: up to 100, without people, for operators.")
  @APIResponse(responseCode = "200", description = "One summary an organization")
  @APIResponse(responseCode = "400", description = "invalid_request")
  @APIResponse(responseCode = "403", description = "permission_denied, operators_only")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Page<SignInSummary>> summary(
      @QueryParam("organization") @Nullable String organization,
      @Parameter(description = "Ids with commas between") @QueryParam("organizations")
          @Nullable String organizations) {
    if (organization == null) {
      if (organizations == null) {
        throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.ORGANIZATIONS_MISSING);
      }
      List<Id> many = OrganizationList.parse(organizations);
      return access
          .operator()
          .flatMap(operator -> summaries.of(many))
          .map(found -> new Page<>(found, null));
    }
    Id one = Id.parse(IdKind.ORGANIZATION, organization);
    return access
        .toRead(one, Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller -> summaries.of(one))
        .map(found -> new Page<>(List.of(found), null));
  }
}
