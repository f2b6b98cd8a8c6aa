package dev.gatehouse.org.membership;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.EntityTags;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.org.role.BuiltInRole;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The members of an organization. */
@Path("/v1/organizations/{organization}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class MemberResource {

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final InviteMember inviteMember;
  private final ChangeMember changeMember;
  private final ReadMembers readMembers;

  MemberResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      InviteMember inviteMember,
      ChangeMember changeMember,
      ReadMembers readMembers) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.inviteMember = inviteMember;
    this.changeMember = changeMember;
    this.readMembers = readMembers;
  }

  /** Who is invited; without role as {@code org:member}. Only operators give an externalId. */
  record NewMember(
      @NotBlank @Email @Size(max = EmailAddress.LONGEST) String email,
      @Size(min = 1, max = 200) @Nullable String externalId,
      @Size(min = 1, max = 80) @Nullable String role) {
    @Override
    public String toString() {
      return "NewMember";
    }
  }

  /** What to change; what is left out stays. Only operators change an externalId. */
  record MemberChange(
      @Email @Size(min = 3, max = EmailAddress.LONGEST) @Nullable String email,
      @Size(min = 1, max = 200) @Nullable String externalId,
      @Size(min = 1, max = 80) @Nullable String role) {
    @Override
    public String toString() {
      return "MemberChange";
    }
  }

  @POST
  @Operation(
      summary = "Invite a member",
      description =
          "Adds a member. The email of a removed member lets that member in again, with the role"
              + " given now. Nobody can give a role that allows more than their own.")
  @APIResponseSchema(value = MemberView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "member_exists, external_id_taken")
  @APIResponse(responseCode = "422", description = "role_unknown, idempotency_key_reused")
  public Uni<Response> invite(
      @PathParam("organization") String organization,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NewMember body) {
    Id in = organization(organization);
    var invitation =
        new InviteMember.Invitation(
            EmailAddress.written(body.email()),
            body.externalId(),
            body.role() == null ? BuiltInRole.MEMBER.key() : body.role());
    return access
        .toChange(in, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> {
          requireOperatorFor(body.externalId(), caller);
          return keys.once(
              key,
              caller,
              List.of("POST members", organization, body),
              () ->
                  inviteMember
                      .invite(in, invitation, caller, traces.causedBy(caller))
                      .map(outcome -> answer(outcome, MemberResource::created)));
        });
  }

  @GET
  @Operation(
      summary = "List members, removed ones included",
      description = "emailDomain narrows to those with an email at exactly this domain.")
  public Uni<Page<MemberView>> list(
      @PathParam("organization") String organization,
      @QueryParam("emailDomain") @Nullable String emailDomain,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Id in = organization(organization);
    Id after = Page.after(cursor, IdKind.MEMBER);
    return access
        .toRead(in, Permission.READ_MEMBERSHIPS, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> readMembers.page(in, emailDomain, after, Page.limit(limit)));
  }

  @GET
  @Path("/{member}")
  @Operation(summary = "Read a member")
  @APIResponseSchema(value = MemberView.class, responseCode = "200")
  public Uni<Response> get(
      @PathParam("organization") String organization, @PathParam("member") String member) {
    Id in = organization(organization);
    Id id = Id.parse(IdKind.MEMBER, member);
    return access
        .toRead(in, Permission.READ_MEMBERSHIPS, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> readMembers.one(in, id))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .map(view -> tagged(Response.ok(), view));
  }

  @PATCH
  @Path("/{member}")
  @Operation(summary = "Change a member's email or role", description = "Needs If-Match.")
  @APIResponseSchema(value = MemberView.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "last_admin, member_exists, member_revoked, external_id_taken")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "422", description = "role_unknown")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> change(
      @PathParam("organization") String organization,
      @PathParam("member") String member,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid MemberChange body) {
    Id in = organization(organization);
    Id id = Id.parse(IdKind.MEMBER, member);
    String email = body.email() == null ? null : EmailAddress.written(body.email());
    var change = new ChangeMember.Change(email, body.externalId(), body.role());
    return access
        .toChange(in, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller -> {
          requireOperatorFor(body.externalId(), caller);
          return changeMember
              .change(
                  in,
                  id,
                  change,
                  version -> EntityTags.require(ifMatch, version),
                  caller,
                  traces.causedBy(caller))
              .map(outcome -> answer(outcome, view -> tagged(Response.ok(), view)));
        });
  }

  @DELETE
  @Path("/{member}")
  @Operation(
      summary = "Remove a member",
      description = "The person is kept out, however they sign in, until invited again.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "last_admin")
  public Uni<Response> revoke(
      @PathParam("organization") String organization, @PathParam("member") String member) {
    Id in = organization(organization);
    Id id = Id.parse(IdKind.MEMBER, member);
    return access
        .toChange(in, Permission.MANAGE_MEMBERSHIPS)
        .flatMap(caller ->
            changeMember
                .revoke(in, id, caller, traces.causedBy(caller))
                .map(outcome -> answer(outcome, view -> Response.noContent().build())));
  }

  private static Id organization(String id) {
    return Id.parse(IdKind.ORGANIZATION, id);
  }

  /** The platform's user id lets the platform's tokens act as the member. */
  private static void requireOperatorFor(@Nullable String externalId, Caller caller) {
    if (externalId != null && caller instanceof Caller.Member) {
      throw Problems.of(ProblemCode.OPERATORS_ONLY, Detail.OPERATORS_SET_EXTERNAL_ID);
    }
  }

  private static Response answer(MemberOutcome outcome, Function<MemberView, Response> done) {
    return switch (outcome) {
      case MemberOutcome.Done d -> done.apply(MemberView.of(d.member(), d.permissions()));
      case MemberOutcome.Unknown u -> throw Problems.of(ProblemCode.NOT_FOUND);
      case MemberOutcome.Exists e ->
          throw Problems.of(
              ProblemCode.MEMBER_EXISTS,
              ProblemCode.MEMBER_EXISTS.meaning(),
              Map.of("member", e.member().id().toString()));
      case MemberOutcome.NoSuchRole r ->
          throw Problems.of(
              ProblemCode.ROLE_UNKNOWN,
              ProblemCode.ROLE_UNKNOWN.meaning(),
              Map.of("role", r.role()));
      case MemberOutcome.BeyondCaller b ->
          throw Problems.of(
              ProblemCode.PERMISSION_DENIED,
              Detail.ROLE_ABOVE_CALLER.text(),
              Map.of("permission", b.permission()));
      case MemberOutcome.LastAdministrator l -> throw Problems.of(ProblemCode.LAST_ADMIN);
      case MemberOutcome.Revoked r -> throw Problems.of(ProblemCode.MEMBER_REVOKED);
    };
  }

  private static Response created(MemberView view) {
    String location = "/v1/organizations/" + view.organization() + "/members/" + view.id();
    return tagged(Response.status(Response.Status.CREATED).header("Location", location), view);
  }

  private static Response tagged(Response.ResponseBuilder answer, MemberView view) {
    return answer.entity(view).header("ETag", EntityTags.of(view.version())).build();
  }
}
