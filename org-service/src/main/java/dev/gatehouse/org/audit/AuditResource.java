package dev.gatehouse.org.audit;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class AuditResource {

  private final Access access;
  private final AuditTrail trail;

  AuditResource(Access access, AuditTrail trail) {
    this.access = access;
    this.trail = trail;
  }

  @GET
  @Operation(
      summary = "List changes, newest first",
      description =
          "With organization: for members who manage members or connections, and operators, who"
              + " also see what is left of deleted organizations. Without: everything, for"
              + " operators.")
  public Uni<Page<AuditRecord>> list(
      @QueryParam("organization") @Nullable String organization,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Id of = organization == null ? null : Id.parse(IdKind.ORGANIZATION, organization);
    AuditCursor after = cursor == null ? null : AuditCursor.parse(cursor);
    return allowed(of).flatMap(caller -> trail.page(of, after, Page.limit(limit)));
  }

  private Uni<Caller> allowed(@Nullable Id organization) {
    return organization == null
        ? access.operator()
        : access
            .toRead(
                organization,
                Permission.MANAGE_MEMBERSHIPS,
                Permission.MANAGE_ENTERPRISE_CONNECTIONS)
            .onFailure()
            .recoverWithUni(refused -> access.operator().onFailure().transform(no -> refused));
  }
}
