package dev.gatehouse.org.apiclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.access.Access;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The clients that operators call with. For operators only. */
@Path("/v1/api-clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API clients")
class ApiClientResource {

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final ApiClients clients;
  private final ManageApiClients manage;

  ApiClientResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      ApiClients clients,
      ManageApiClients manage) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.clients = clients;
    this.manage = manage;
  }

  /** What the client is for. */
  record NewApiClient(@NotBlank @Size(max = 200) String name) {}

  /** A client; the secret is there only in the answer to its creation. */
  @Schema(name = "ApiClient")
  record ApiClientView(
      Id id,
      Id clientId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientSecret,
      String name,
      Instant createdAt) {

    static ApiClientView of(ApiClient client, @Nullable String secret) {
      return new ApiClientView(client.id(), client.id(), secret, client.name(), client.createdAt());
    }

    @Override
    public String toString() {
      return id.toString();
    }
  }

  @POST
  @Operation(summary = "Create an API client", description = "Its secret is shown only now.")
  @APIResponseSchema(value = ApiClientView.class, responseCode = "201")
  @APIResponse(responseCode = "422", description = "idempotency_key_reused")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewApiClient body) {
    return access
        .operator()
        .flatMap(caller ->
            keys.once(
                key,
                caller,
                List.of("POST api-clients", body),
                () ->
                    manage
                        .create(body.name().strip(), traces.causedBy(caller))
                        .map(ApiClientResource::created)));
  }

  @GET
  @WithSession
  @Operation(summary = "List API clients, without their secrets")
  public Uni<Page<ApiClientView>> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    Id after = Page.after(cursor, IdKind.API_CLIENT);
    int size = Page.limit(limit);
    return access
        .operator()
        .flatMap(caller -> clients.list(after, size + 1))
        .map(found ->
            Page.of(
                found.stream().map(client -> ApiClientView.of(client, null)).toList(),
                size,
                ApiClientView::id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Delete an API client",
      description = "It gets no more tokens; those it has expire within five minutes.")
  @APIResponse(responseCode = "204", description = "Deleted")
  public Uni<Response> delete(@PathParam("id") String id) {
    Id client = Id.parse(IdKind.API_CLIENT, id);
    return access
        .operator()
        .flatMap(caller -> manage.delete(client, traces.causedBy(caller)))
        .map(found -> {
          if (!found) {
            throw Problems.of(ProblemCode.NOT_FOUND);
          }
          return Response.noContent().build();
        });
  }

  private static Response created(ManageApiClients.Created created) {
    return Response.status(Response.Status.CREATED)
        .header("Location", "/v1/api-clients/" + created.client().id())
        .header("Cache-Control", "no-store")
        .entity(ApiClientView.of(created.client(), created.secret().value()))
        .build();
  }
}
