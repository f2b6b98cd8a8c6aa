package dev.gatehouse.gateway.log;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.FreshThings;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.gateway.log.LoggedSignIn.Outcome;
import dev.gatehouse.gateway.log.LoggedSignIns.Filter;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finished sign-ins, for whoever may manage the organization's connections. */
@Path("/v1/sign-ins")
@Tag(name = "sign-ins")
class SignInLogResource {

  private final Access access;
  private final FreshThings fresh;
  private final LoggedSignIns signIns;

  SignInLogResource(Access access, FreshThings fresh, LoggedSignIns signIns) {
    this.access = access;
    this.fresh = fresh;
    this.signIns = signIns;
  }

  @GET
  @Operation(summary = "List an organization's sign-ins, newest first")
  @APIResponse(responseCode = "200", description = "A page of sign-ins")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Page<LoggedSignIn>> list(
      @QueryParam("organization") @Nullable String organization,
      @Parameter(description = "succeeded or failed") @QueryParam("outcome")
          @Nullable String outcome,
      @Parameter(description = "A reason code") @QueryParam("reason") @Nullable String reason,
      @QueryParam("person") @Nullable String person,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    if (organization == null) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, "organization is missing");
    }
    int size = Page.limit(limit);
    Filter filter =
        new Filter(
            Id.parse(IdKind.ORGANIZATION, organization),
            outcome(outcome),
            reason,
            person == null ? null : Id.parse(IdKind.PERSON, person),
            Page.after(cursor, IdKind.SIGN_IN));
    return access
        .toRead(filter.organization(), Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller -> signIns.list(filter, size + 1))
        .map(found -> Page.of(found, size, LoggedSignIn::id));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read a sign-in by its id, or by the reference that the person was shown")
  @APIResponse(responseCode = "200", description = "The sign-in")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<LoggedSignIn> get(@PathParam("id") String id) {
    return access
        .withAnyToken()
        .chain(() -> find(id))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .call(signIn ->
            access.toRead(signIn.organization(), Permission.MANAGE_ENTERPRISE_CONNECTIONS));
  }

  private Uni<Optional<LoggedSignIn>> find(String id) {
    if (!id.startsWith(IdKind.SIGN_IN.prefix() + "_")) {
      return signIns.byReference(id);
    }
    Id signIn = Id.parse(IdKind.SIGN_IN, id);
    return fresh.await(signIn, () -> signIns.byId(signIn));
  }

  private static @Nullable Outcome outcome(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "succeeded" -> Outcome.SUCCEEDED;
      case "failed" -> Outcome.FAILED;
      default -> throw Problems.of(ProblemCode.INVALID_REQUEST, "outcome is succeeded or failed");
    };
  }
}
