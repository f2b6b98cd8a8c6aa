package dev.gatehouse.org.organization;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.EntityTags;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Customers of the platform. */
@Path("/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
class OrganizationResource {

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final CreateOrganization createOrganization;
  private final ChangeOrganization changeOrganization;
  private final Organizations organizations;

  OrganizationResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      CreateOrganization createOrganization,
      ChangeOrganization changeOrganization,
      Organizations organizations) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.createOrganization = createOrganization;
    this.changeOrganization = changeOrganization;
    this.organizations = organizations;
  }

  /** A new organization; without slug it gets one that reads like its name. */
  record NewOrganization(
      @NotBlank @Size(max = 200) String name,
      @Pattern(regexp = Slug.PATTERN) @Nullable String slug,
      @Size(min = 1, max = 200) @Nullable String externalId) {}

  /** What to change; what is left out stays. Only operators change an externalId. */
  record OrganizationChange(
      @Pattern(regexp = ".*\\S.*") @Size(max = 200) @Nullable String name,
      @Pattern(regexp = Slug.PATTERN) @Nullable String slug,
      @Size(min = 1, max = 200) @Nullable String externalId) {

    ChangeOrganization.Change asChange() {
      return new ChangeOrganization.Change(name == null ? null : name.strip(), slug, externalId);
    }
  }

  @POST
  @Operation(summary = "Create an organization", description = "Operators only.")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "slug_taken, external_id_taken")
  @APIResponse(responseCode = "422", description = "idempotency_key_reused")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewOrganization body) {
    return access
        .operator()
        .flatMap(caller ->
            keys.once(
                key,
                caller,
                List.of("POST organizations", body),
                () ->
                    createOrganization
                        .create(
                            body.name().strip(),
                            body.slug(),
                            body.externalId(),
                            traces.causedBy(caller))
                        .map(OrganizationResource::created)));
  }

  @GET
  @WithSession
  @Operation(
      summary = "List organizations",
      description = "Operators only. search looks into names and slugs.")
  public Uni<Page<OrganizationView>> list(
      @QueryParam("search") @Nullable String search,
      @QueryParam("externalId") @Nullable String externalId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Id after = Page.after(cursor, IdKind.ORGANIZATION);
    int size = Page.limit(limit);
    return access
        .operator()
        .flatMap(caller -> organizations.search(search, externalId, after, size + 1))
        .map(found ->
            Page.of(found.stream().map(OrganizationView::of).toList(), size, OrganizationView::id));
  }

  @GET
  @Path("/{id}")
  @WithSession
  @Operation(
      summary = "Read an organization",
      description = "Its members may, whatever their role.")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Uni<Response> get(@PathParam("id") String id) {
    Id organization = Id.parse(IdKind.ORGANIZATION, id);
    return access
        .toBelong(organization)
        .flatMap(caller -> organizations.existing(organization))
        .map(OrganizationResource::ok);
  }

  @PATCH
  @Path("/{id}")
  @Operation(
      summary = "Change an organization's name, slug or external id",
      description = "Needs org:sys_profile:manage, and If-Match.")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "slug_taken, external_id_taken")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OrganizationChange body) {
    Id organization = Id.parse(IdKind.ORGANIZATION, id);
    return access
        .toChange(organization, Permission.MANAGE_PROFILE)
        .flatMap(caller -> {
          if (body.externalId() != null && caller instanceof Caller.Member) {
            throw Problems.of(ProblemCode.OPERATORS_ONLY, Detail.OPERATORS_SET_EXTERNAL_ID);
          }
          return changeOrganization
              .change(
                  organization,
                  body.asChange(),
                  version -> EntityTags.require(ifMatch, version),
                  traces.causedBy(caller))
              .map(OrganizationResource::ok);
        });
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Delete an organization and everything that hangs on it",
      description = "Operators only. Sign-in stops at once; names become free.")
  @APIResponse(responseCode = "204", description = "Deleted")
  public Uni<Response> delete(@PathParam("id") String id) {
    Id organization = Id.parse(IdKind.ORGANIZATION, id);
    return access
        .operator()
        .flatMap(caller -> changeOrganization.delete(organization, traces.causedBy(caller)))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .map(deleted -> Response.noContent().build());
  }

  @PUT
  @Path("/{id}/self-serve-sso")
  @Operation(
      summary = "Let the organization set up single sign-on itself",
      description = "Operators only.")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Uni<Response> enable(@PathParam("id") String id) {
    return switched(id, true);
  }

  @DELETE
  @Path("/{id}/self-serve-sso")
  @Operation(
      summary = "Freeze self-serve changes",
      description = "Operators only. Sign-in is not affected.")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Uni<Response> disable(@PathParam("id") String id) {
    return switched(id, false);
  }

  private Uni<Response> switched(String id, boolean on) {
    Id organization = Id.parse(IdKind.ORGANIZATION, id);
    return access
        .operator()
        .flatMap(
            caller -> changeOrganization.switchSelfServe(organization, on, traces.causedBy(caller)))
        .map(OrganizationResource::ok);
  }

  private static Response created(Organization made) {
    String location = "/v1/organizations/" + made.id();
    return tagged(Response.status(Response.Status.CREATED).header("Location", location), made);
  }

  private static Response ok(Optional<Organization> found) {
    return tagged(Response.ok(), found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)));
  }

  private static Response tagged(Response.ResponseBuilder answer, Organization organization) {
    return answer
        .entity(OrganizationView.of(organization))
        .header("ETag", EntityTags.of(organization.version()))
        .build();
  }
}
