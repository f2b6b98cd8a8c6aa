package dev.gatehouse.org.role;

import dev.gatehouse.access.Access;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The roles of an organization. */
@Path("/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleResource {

  private static final String KEY = "org:[a-z][a-z0-9_]{0,62}";

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final Roles roles;
  private final CreateRole createRole;
  private final ChangeRole changeRole;

  RoleResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      Roles roles,
      CreateRole createRole,
      ChangeRole changeRole) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.roles = roles;
    this.createRole = createRole;
    this.changeRole = changeRole;
  }

  /** A new role; its key is {@code org:<name>}, its permissions ours or the platform's own. */
  record NewRole(
      @NotNull Id organization,
      @NotNull @Pattern(regexp = KEY) String key,
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(max = 100) List<@NotBlank @Size(max = 140) String> permissions) {}

  /** What to change; what is left out stays. */
  record RoleChange(
      @Size(min = 1, max = 100) @Nullable String name,
      @Size(max = 100) @Nullable List<@NotBlank @Size(max = 140) String> permissions) {}

  @POST
  @Operation(summary = "Create a role")
  @APIResponseSchema(value = RoleView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "role_exists, role_built_in")
  @APIResponse(responseCode = "422", description = "permission_unknown, idempotency_key_reused")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewRole body) {
    Id in = Id.parse(IdKind.ORGANIZATION, body.organization().toString());
    return access
        .toChange(in, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> {
          if (BuiltInRole.of(body.key()).isPresent()) {
            throw Problems.of(ProblemCode.ROLE_EXISTS);
          }
          return keys.once(
              key,
              caller,
              List.of("POST roles", body),
              () ->
                  createRole
                      .create(
                          in,
                          body.key(),
                          body.name().strip(),
                          body.permissions(),
                          caller,
                          traces.causedBy(caller))
                      .map(outcome -> answer(outcome, RoleResource::created)));
        });
  }

  @GET
  @WithSession
  @Operation(summary = "List an organization's roles, built-in ones first")
  public Uni<Page<RoleView>> list(@QueryParam("organization") @NotNull String organization) {
    Id in = Id.parse(IdKind.ORGANIZATION, organization);
    return access
        .toRead(in, Permission.READ_MEMBERSHIPS, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> roles.of(in))
        .map(custom ->
            Stream.concat(
                    Arrays.stream(BuiltInRole.values()).map(role -> RoleView.of(role, in)),
                    custom.stream().map(RoleView::of))
                .toList())
        .map(all -> new Page<>(all, null));
  }

  @PATCH
  @Path("/{organization}/{key}")
  @Operation(
      summary = "Change a role's name or permissions",
      description = "Applies to everybody who has the role. Needs If-Match.")
  @APIResponseSchema(value = RoleView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "role_built_in, last_admin")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "422", description = "permission_unknown")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> change(
      @PathParam("organization") String organization,
      @PathParam("key") String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RoleChange body) {
    Id in = Id.parse(IdKind.ORGANIZATION, organization);
    return access
        .toChange(in, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> {
          requireOwn(key);
          return changeRole
              .change(
                  in,
                  key,
                  new ChangeRole.Change(body.name(), body.permissions()),
                  version -> EntityTags.require(ifMatch, version),
                  caller,
                  traces.causedBy(caller))
              .map(outcome -> answer(outcome, view -> tagged(Response.ok(), view)));
        });
  }

  @DELETE
  @Path("/{organization}/{key}")
  @Operation(summary = "Delete a role that nobody has")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "role_in_use, role_built_in")
  public Uni<Response> delete(
      @PathParam("organization") String organization, @PathParam("key") String key) {
    Id in = Id.parse(IdKind.ORGANIZATION, organization);
    return access
        .toChange(in, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> {
          requireOwn(key);
          return changeRole
              .delete(in, key, traces.causedBy(caller))
              .map(outcome -> answer(outcome, view -> Response.noContent().build()));
        });
  }

  private static void requireOwn(String key) {
    if (BuiltInRole.of(key).isPresent()) {
      throw Problems.of(ProblemCode.ROLE_BUILT_IN);
    }
  }

  private static Response answer(RoleOutcome outcome, Function<RoleView, Response> done) {
    return switch (outcome) {
      case RoleOutcome.Done d -> done.apply(RoleView.of(d.role()));
      case RoleOutcome.Unknown u -> throw Problems.of(ProblemCode.NOT_FOUND);
      case RoleOutcome.InUse i ->
          throw Problems.of(
              ProblemCode.ROLE_IN_USE,
              ProblemCode.ROLE_IN_USE.meaning(),
              Map.of("members", i.members()));
      case RoleOutcome.NoSuchPermission p ->
          throw Problems.of(
              ProblemCode.PERMISSION_UNKNOWN,
              ProblemCode.PERMISSION_UNKNOWN.meaning(),
              Map.of("permission", p.permission()));
      case RoleOutcome.BeyondCaller b ->
          throw Problems.of(
              ProblemCode.PERMISSION_DENIED,
              Detail.PERMISSION_ABOVE_CALLER.text(),
              Map.of("permission", b.permission()));
      case RoleOutcome.LastAdministrator l -> throw Problems.of(ProblemCode.LAST_ADMIN);
    };
  }

  private static Response created(RoleView view) {
    String location = "/v1/roles/" + view.organization() + "/" + view.key();
    return tagged(Response.status(Response.Status.CREATED).header("Location", location), view);
  }

  private static Response tagged(Response.ResponseBuilder answer, RoleView view) {
    Long version = view.version();
    return answer.entity(view).header("ETag", EntityTags.of(version == null ? 0 : version)).build();
  }
}
