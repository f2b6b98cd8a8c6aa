package dev.gatehouse.gateway.application;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.EntityTags;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Traces;
import dev.gatehouse.gateway.application.ApplicationSettings.ChangedApplication;
import dev.gatehouse.gateway.application.ApplicationSettings.NewApplication;
import dev.gatehouse.gateway.application.Secrets.NewSecret;
import dev.gatehouse.gateway.idempotency.CreationAnswers;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The applications that signed-in people are handed to. Operators only. */
@Path("/v1/applications")
@Tag(name = "applications")
class ApplicationResource {

  private final Access access;
  private final Traces traces;
  private final CreationAnswers answers;
  private final RegisterApplication register;
  private final ChangeApplication change;
  private final Applications applications;
  private final ServerUris serverUris;
  private final Ids ids;
  private final Clock clock;

  ApplicationResource(
      Access access,
      Traces traces,
      CreationAnswers answers,
      RegisterApplication register,
      ChangeApplication change,
      Applications applications,
      ServerUris serverUris,
      Clock clock) {
    this.access = access;
    this.traces = traces;
    this.answers = answers;
    this.register = register;
    this.change = change;
    this.applications = applications;
    this.serverUris = serverUris;
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  @POST
  @Operation(summary = "Register an application; the answer shows its secret, once")
  @APIResponse(responseCode = "201", description = "The application, with ETag and Location")
  @APIResponse(responseCode = "422", description = "redirect_uri_invalid, idempotency_key_reused")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewApplication body) {
    return access
        .operator()
        .call(caller -> serverUris.requireReachable(body.backchannelLogoutUri()))
        .flatMap(caller ->
            answers.once(
                key,
                caller,
                List.of("POST /v1/applications", body),
                connection -> create(connection, body, caller)));
  }

  private Uni<Response> create(SqlConnection connection, NewApplication body, Caller caller) {
    Application application = body.as(ids.next(IdKind.APPLICATION), clock.instant());
    return register
        .register(connection, application, traces.causedBy(caller))
        .map(secret ->
            tagged(
                Response.created(URI.create("/v1/applications/" + application.id())),
                ApplicationView.of(application, secret.map(NewSecret::value).orElse(null))));
  }

  @GET
  @Operation(summary = "List applications")
  public Uni<Page<ApplicationView>> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    Id after = Page.after(cursor, IdKind.APPLICATION);
    return access
        .operator()
        .flatMap(caller -> applications.after(after, size + 1))
        .map(found ->
            Page.of(found.stream().map(ApplicationView::of).toList(), size, ApplicationView::id));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read an application")
  @APIResponse(responseCode = "200", description = "The application, with ETag")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> get(@PathParam("id") String id) {
    Id application = Id.parse(IdKind.APPLICATION, id);
    return access
        .operator()
        .flatMap(caller -> applications.byId(application))
        .map(ApplicationResource::shown);
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Change an application")
  @APIResponse(responseCode = "200", description = "The application, with ETag")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ChangedApplication body) {
    Id application = Id.parse(IdKind.APPLICATION, id);
    return access
        .operator()
        .call(caller -> serverUris.requireReachable(body.backchannelLogoutUri()))
        .flatMap(caller ->
            change.change(
                application,
                before -> {
                  EntityTags.require(ifMatch, before.version());
                  return body.appliedTo(before, clock.instant());
                },
                traces.causedBy(caller)))
        .map(ApplicationResource::shown);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Delete an application; its codes are refused from now on")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> delete(@PathParam("id") String id) {
    Id application = Id.parse(IdKind.APPLICATION, id);
    return access
        .operator()
        .flatMap(caller -> change.delete(application, traces.causedBy(caller)))
        .map(deleted -> {
          if (!deleted) {
            throw Problems.of(ProblemCode.NOT_FOUND);
          }
          return Response.noContent().build();
        });
  }

  private static Response shown(Optional<Application> found) {
    return tagged(
        Response.ok(),
        ApplicationView.of(found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND))));
  }

  private static Response tagged(Response.ResponseBuilder answer, ApplicationView application) {
    return answer.entity(application).header("ETag", EntityTags.of(application.version())).build();
  }
}
