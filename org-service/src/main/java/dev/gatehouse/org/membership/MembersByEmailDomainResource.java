package dev.gatehouse.org.membership;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Step;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.org.membership.MembersByEmailDomain.Affected;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the activation step shows before anybody is affected. */
@Path("/v1/organizations/{organization}/members/by-email-domain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class MembersByEmailDomainResource {

  private static final int MOST = 100;

  private final Access access;
  private final MembersByEmailDomain members;

  MembersByEmailDomainResource(Access access, MembersByEmailDomain members) {
    this.access = access;
    this.members = members;
  }

  @GET
  @Operation(
      summary = "Count active members by the domain of their email",
      description =
          "For whoever may manage connections or read members; with a sample of shortened names,"
              + " which holders of a set-up link for activate do not see.")
  @APIResponse(responseCode = "400", description = "invalid_request")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Page<Affected>> count(
      @PathParam("organization") String organization,
      @Parameter(description = "Domains with commas between") @QueryParam("domains") @NotBlank
          String domains) {
    Id in = Id.parse(IdKind.ORGANIZATION, organization);
    List<String> names =
        Stream.of(domains.split(",", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (names.size() > MOST) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.TOO_MANY_DOMAINS.with(MOST));
    }
    return access
        .toRead(
            in,
            Set.of(Step.ACTIVATE),
            Permission.MANAGE_ENTERPRISE_CONNECTIONS,
            Permission.READ_MEMBERSHIPS,
            Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> members.in(in, names).map(found -> shown(caller, found)));
  }

  private static Page<Affected> shown(Caller caller, List<Affected> found) {
    boolean withNames = !(caller instanceof Caller.SetupLink);
    return new Page<>(
        withNames ? found : found.stream().map(Affected::withoutNames).toList(), null);
  }
}
