package dev.gatehouse.gateway.application;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Traces;
import dev.gatehouse.gateway.application.Application.ClientType;
import dev.gatehouse.gateway.application.Secrets.Secret;
import dev.gatehouse.gateway.idempotency.CreationAnswers;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replacing an application's secret without a moment in which none works. Operators only. */
@Path("/v1/applications/{id}/secrets")
@Tag(name = "applications")
class SecretResource {

  private final Access access;
  private final Traces traces;
  private final CreationAnswers answers;
  private final Applications applications;
  private final Secrets secrets;
  private final Pool pool;

  SecretResource(
      Access access,
      Traces traces,
      CreationAnswers answers,
      Applications applications,
      Secrets secrets,
      Pool pool) {
    this.access = access;
    this.traces = traces;
    this.answers = answers;
    this.applications = applications;
    this.secrets = secrets;
    this.pool = pool;
  }

  /** A secret that was just made. */
  record SecretView(String id, String clientSecret) {

    @Override
    public String toString() {
      return "SecretView[" + id + "]";
    }
  }

  /** The secrets there are. */
  record SecretList(List<Secret> items) {}

  @GET
  @Operation(summary = "List the secrets of an application, without their values")
  public Uni<SecretList> list(@PathParam("id") String id) {
    Id application = Id.parse(IdKind.APPLICATION, id);
    return access
        .operator()
        .flatMap(caller -> applications.byId(application))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .flatMap(found -> secrets.of(found.id()))
        .map(SecretList::new);
  }

  @POST
  @Operation(summary = "Add a second secret; the answer shows it, once")
  @APIResponse(responseCode = "201", description = "The secret")
  @APIResponse(
      responseCode = "409",
      description = "conflict: there are two already, or none is used")
  public Uni<Response> add(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
    Id application = Id.parse(IdKind.APPLICATION, id);
    return access
        .operator()
        .flatMap(caller ->
            answers.once(
                key,
                caller,
                "POST /v1/applications/" + id + "/secrets",
                connection -> add(connection, application, caller)));
  }

  private Uni<Response> add(SqlConnection connection, Id id, Caller caller) {
    return applications
        .forChange(connection, id)
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .invoke(application -> {
          if (application.clientType() == ClientType.PUBLIC) {
            throw Problems.of(ProblemCode.CONFLICT, Detail.PUBLIC_APPLICATION);
          }
        })
        .flatMap(application -> secrets.addAudited(connection, id, traces.causedBy(caller)))
        .map(
            added -> added.orElseThrow(() -> Problems.of(ProblemCode.CONFLICT, Detail.TWO_SECRETS)))
        .map(secret ->
            Response.status(Response.Status.CREATED)
                .entity(new SecretView(secret.id(), secret.value()))
                .build());
  }

  @DELETE
  @Path("/{secret}")
  @Operation(summary = "Remove a secret; the last one stays")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "not_found, also for the last one")
  public Uni<Response> remove(@PathParam("id") String id, @PathParam("secret") String secret) {
    Id application = Id.parse(IdKind.APPLICATION, id);
    return access
        .operator()
        .flatMap(caller ->
            pool.withTransaction(connection ->
                applications
                    .forChange(connection, application)
                    .flatMap(found ->
                        secrets.remove(connection, application, secret, traces.causedBy(caller)))))
        .map(removed -> {
          if (!removed) {
            throw Problems.of(ProblemCode.NOT_FOUND);
          }
          return Response.noContent().build();
        });
  }
}
