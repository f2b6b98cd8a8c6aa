package dev.gatehouse.org.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Memberships.KnownOrganization;
import dev.gatehouse.access.Standing;
import dev.gatehouse.access.Step;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a page whose token it holds, so that it shows only what can be done with it. */
@Path("/v1/sessions/current")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Embed sessions")
class CurrentSessionResource {

  private final Access access;

  CurrentSessionResource(Access access) {
    this.access = access;
  }

  /** What the bearer of a token is. */
  @Schema(name = "SessionKind")
  enum Kind {
    OPERATOR,
    MEMBER,
    SETUP_LINK;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Who holds the token, as of now.
   *
   * @param actor how the audit trail names the bearer
   * @param permissions what the role allows now; operators need none
   * @param steps what the set-up link is for; everybody else does what the permissions allow
   * @param selfServeSso the organization's switch
   */
  @Schema(name = "CurrentSession")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CurrentSession(
      Kind kind,
      String actor,
      @Nullable Id organization,
      @Nullable Id member,
      List<String> permissions,
      @Nullable List<Step> steps,
      @Nullable Boolean selfServeSso,
      Instant expiresAt) {

    static CurrentSession of(Standing standing) {
      @Nullable KnownOrganization organization = standing.organization().orElse(null);
      @Nullable Id id = organization == null ? null : organization.id();
      @Nullable Boolean selfServe = organization == null ? null : organization.selfServeSso();
      Instant expires = standing.expiresAt();
      return switch (standing.caller()) {
        case Caller.Operator operator ->
            new CurrentSession(
                Kind.OPERATOR, operator.actor(), id, null, List.of(), null, selfServe, expires);
        case Caller.Member member ->
            new CurrentSession(
                Kind.MEMBER,
                member.actor(),
                id,
                member.id(),
                member.permissions().stream().sorted().toList(),
                null,
                selfServe,
                expires);
        case Caller.SetupLink link ->
            new CurrentSession(
                Kind.SETUP_LINK,
                link.actor(),
                id,
                null,
                List.of(),
                link.steps().stream().sorted().toList(),
                selfServe,
                expires);
      };
    }
  }

  @GET
  @Operation(
      summary = "Who holds this token",
      description =
          "Kind, organization, member, permissions as they are now, the organization's switch for"
              + " self-serve SSO, and when the token expires. organization says which one is meant"
              + " where the token does not: with the platform's own tokens it is required, for"
              + " operators it adds the switch.")
  @APIResponseSchema(value = CurrentSession.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "invalid_request: organization is missing")
  @APIResponse(responseCode = "401", description = "unauthenticated")
  @APIResponse(
      responseCode = "404",
      description = "not_found: the organization is gone, or the bearer no member of it any more")
  public Uni<Response> current(@QueryParam("organization") @Nullable String organization) {
    Id wanted = organization == null ? null : Id.parse(IdKind.ORGANIZATION, organization);
    return access
        .whoCalls(wanted)
        .map(CurrentSession::of)
        .map(session -> Response.ok(session).header("Cache-Control", "no-store").build());
  }
}
