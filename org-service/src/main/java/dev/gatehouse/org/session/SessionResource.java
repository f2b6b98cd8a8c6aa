package dev.gatehouse.org.session;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an operator's backend hand a member's token to a page of its product. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Embed sessions")
class SessionResource {

  private final Access access;
  private final OpenSession openSession;

  SessionResource(Access access, OpenSession openSession) {
    this.access = access;
    this.openSession = openSession;
  }

  /** Who will act where. */
  record NewSession(@NotNull Id organization, @NotNull Id member) {}

  /** A token that acts as the member, until it expires. */
  @Schema(name = "Session")
  record SessionView(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "SessionView[expiresAt=" + expiresAt + "]";
    }
  }

  @POST
  @Operation(
      summary = "Open an embed session",
      description =
          "Operators only. The token acts as this member of this organization for five minutes;"
              + " what it may do is looked up at every call.")
  @APIResponseSchema(value = SessionView.class, responseCode = "201")
  public Uni<Response> open(@NotNull @Valid NewSession body) {
    Id organization = Id.parse(IdKind.ORGANIZATION, body.organization().toString());
    Id member = Id.parse(IdKind.MEMBER, body.member().toString());
    return access
        .operator()
        .flatMap(caller -> openSession.open(organization, member, client(caller)))
        .map(opened -> opened.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .map(issued ->
            Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new SessionView(issued.token(), issued.expiresAt()))
                .build());
  }

  private static String client(Caller caller) {
    return switch (caller) {
      case Caller.Operator operator -> operator.client();
      case Caller.Member member -> member.id().toString();
      case Caller.SetupLink link -> link.id().toString();
    };
  }
}
