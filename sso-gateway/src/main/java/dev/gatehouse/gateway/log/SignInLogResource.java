package dev.gatehouse.gateway.log;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.FreshThings;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.gateway.log.LoggedSignIn.Outcome;
import dev.gatehouse.gateway.log.LoggedSignIns.Filter;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
  private final ExplainSignIns explain;

  SignInLogResource(
      Access access, FreshThings fresh, LoggedSignIns signIns, ExplainSignIns explain) {
    this.access = access;
    this.fresh = fresh;
    this.signIns = signIns;
    this.explain = explain;
  }

  @GET
  @InAskedLanguage
  @Operation(
      summary = "List an organization's sign-ins, newest first",
      description =
          "A failed one lists its checks, and for each reason what was expected, what came, what it"
              + " means and what to change in that identity provider's console.")
  @APIResponse(responseCode = "200", description = "A page of sign-ins")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Page<ExplainedSignIn>> list(
      @QueryParam("organization") @Nullable String organization,
      @Parameter(description = "succeeded or failed") @QueryParam("outcome")
          @Nullable String outcome,
      @Parameter(description = "A reason code") @QueryParam("reason") @Nullable String reason,
      @QueryParam("person") @Nullable String person,
      @QueryParam("connection") @Nullable String connection,
      @Parameter(description = "What the person was shown, in any case, with or without dash")
          @QueryParam("reference")
          @Nullable String reference,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    if (organization == null) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.ORGANIZATION_MISSING);
    }
    int size = Page.limit(limit);
    Filter filter =
        new Filter(
            Id.parse(IdKind.ORGANIZATION, organization),
            outcome(outcome),
            reason,
            person == null ? null : Id.parse(IdKind.PERSON, person),
            connection == null ? null : Id.parse(IdKind.CONNECTION, connection),
            reference == null ? null : SignInReference.normalised(reference),
            Page.after(cursor, IdKind.SIGN_IN));
    return access
        .toRead(filter.organization(), Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller -> signIns.list(filter, size + 1))
        .flatMap(found -> explain.explain(found, language))
        .map(found -> Page.of(found, size, ExplainedSignIn::id));
  }

  @GET
  @InAskedLanguage
  @Path("/{id}")
  @Operation(summary = "Read a sign-in by its id, or by the reference that the person was shown")
  @APIResponse(responseCode = "200", description = "The sign-in")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<ExplainedSignIn> get(
      @PathParam("id") String id,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    return access
        .withAnyToken()
        .chain(() -> find(id))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .call(this::mayRead)
        .flatMap(found -> explain.explain(found, language));
  }

  /** What belongs to no organization, or to none any more, is there for operators alone. */
  private Uni<Caller> mayRead(LoggedSignIn signIn) {
    Uni<Caller> operator =
        access
            .operator()
            .onFailure(HttpProblem.class)
            .transform(_ -> Problems.of(ProblemCode.NOT_FOUND));
    return signIn.organization() == null
        ? operator
        : access
            .toRead(signIn.organization(), Permission.MANAGE_ENTERPRISE_CONNECTIONS)
            .onFailure(SignInLogResource::isNotFound)
            .recoverWithUni(operator);
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof HttpProblem problem
        && problem.getStatusCode() == ProblemCode.NOT_FOUND.status();
  }

  private Uni<Optional<LoggedSignIn>> find(String id) {
    if (!id.startsWith(IdKind.SIGN_IN.prefix() + "_")) {
      return signIns.byReference(SignInReference.normalised(id));
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
      default -> throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.UNKNOWN_OUTCOME);
    };
  }
}
