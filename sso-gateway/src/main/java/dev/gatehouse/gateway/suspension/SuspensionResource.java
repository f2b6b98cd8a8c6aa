package dev.gatehouse.gateway.suspension;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.FreshThings;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Traces;
import dev.gatehouse.gateway.idempotency.CreationAnswers;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stops of connections, in force as soon as the answer is there. Operators only. */
@Path("/v1/suspensions")
@Tag(name = "suspensions")
class SuspensionResource {

  private final Access access;
  private final Traces traces;
  private final CreationAnswers answers;
  private final FreshThings fresh;
  private final Connections connections;
  private final Suspensions suspensions;
  private final SuspendConnection suspend;

  SuspensionResource(
      Access access,
      Traces traces,
      CreationAnswers answers,
      FreshThings fresh,
      Connections connections,
      Suspensions suspensions,
      SuspendConnection suspend) {
    this.access = access;
    this.traces = traces;
    this.answers = answers;
    this.fresh = fresh;
    this.connections = connections;
    this.suspensions = suspensions;
    this.suspend = suspend;
  }

  /** What to stop, and why. */
  record NewSuspension(@NotNull String connection, @NotBlank @Size(max = 500) String reason) {}

  @POST
  @Operation(summary = "Stop a connection: from now on nobody signs in with it")
  @APIResponse(responseCode = "201", description = "The suspension")
  @APIResponse(responseCode = "409", description = "conflict: it is suspended already")
  @APIResponse(responseCode = "422", description = "connection_unknown, idempotency_key_reused")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewSuspension body) {
    Id connection = Id.parse(IdKind.CONNECTION, body.connection());
    return access
        .operator()
        .flatMap(caller ->
            fresh
                .await(connection, () -> connections.known(connection))
                .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.CONNECTION_UNKNOWN)))
                .flatMap(known ->
                    answers.once(
                        key,
                        caller,
                        List.of("POST /v1/suspensions", body),
                        transaction -> create(transaction, known, body.reason(), caller))));
  }

  private Uni<Response> create(
      SqlConnection transaction, KnownConnection connection, String reason, Caller caller) {
    return suspend
        .suspend(transaction, connection, reason.strip(), caller, traces.causedBy(caller))
        .map(suspended ->
            suspended.orElseThrow(
                () -> Problems.of(ProblemCode.CONFLICT, Detail.SUSPENDED_ALREADY)))
        .map(suspension -> Response.status(Response.Status.CREATED).entity(suspension).build());
  }

  @GET
  @Operation(summary = "List the suspensions that are in force")
  @APIResponse(responseCode = "200", description = "A page of suspensions")
  public Uni<Page<Suspension>> list(
      @QueryParam("connection") @Nullable String connection,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    Id only = connection == null ? null : Id.parse(IdKind.CONNECTION, connection);
    Id after = Page.after(cursor, IdKind.SUSPENSION);
    return access
        .operator()
        .flatMap(caller -> suspensions.list(only, after, size + 1))
        .map(found -> Page.of(found, size, Suspension::id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Lift a suspension")
  @APIResponse(responseCode = "204", description = "Lifted")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> lift(@PathParam("id") String id) {
    Id suspension = Id.parse(IdKind.SUSPENSION, id);
    return access
        .operator()
        .flatMap(caller -> suspend.lift(suspension, caller, traces.causedBy(caller)))
        .map(lifted -> {
          if (!lifted) {
            throw Problems.of(ProblemCode.NOT_FOUND);
          }
          return Response.noContent().build();
        });
  }
}
