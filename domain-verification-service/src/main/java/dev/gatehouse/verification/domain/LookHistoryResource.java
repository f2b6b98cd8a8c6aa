package dev.gatehouse.verification.domain;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.verification.domain.LookHistory.Look;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A domain's timeline. */
@Path("/v1/domains/{id}/looks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domains")
class LookHistoryResource {

  private final Access access;
  private final FindDomains findDomains;
  private final LookHistory history;

  LookHistoryResource(Access access, FindDomains findDomains, LookHistory history) {
    this.access = access;
    this.findDomains = findDomains;
    this.history = history;
  }

  @GET
  @Operation(
      summary = "What looks at a domain found, the newest first",
      description =
          "Looks in a row that found the same are one entry; the last fifty entries are kept.")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Page<Look>> looks(@PathParam("id") String id) {
    Id domain = Id.parse(IdKind.DOMAIN, id);
    return access
        .withAnyToken()
        .flatMap(any -> findDomains.present(domain))
        .flatMap(found ->
            access.toRead(
                found.organization(),
                DomainResource.READING_STEPS,
                Permission.MANAGE_ENTERPRISE_CONNECTIONS,
                Permission.MANAGE_DOMAINS))
        .flatMap(caller -> history.of(domain))
        .map(looks -> new Page<>(looks, null));
  }
}
