package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.access.FreshThings;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.saml.ServiceProviderKeys;
import dev.gatehouse.gateway.saml.ServiceProviderKeys.Use;
import dev.gatehouse.gateway.saml.Workers;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where an identity provider finds the key that our client assertions are signed with. */
@Path("/oidc/{connection}/jwks")
class ClientKeysResource {

  private final Connections connections;
  private final FreshThings freshThings;
  private final ServiceProviderKeys keys;
  private final Workers workers;

  ClientKeysResource(
      Connections connections, FreshThings freshThings, ServiceProviderKeys keys, Workers workers) {
    this.connections = connections;
    this.freshThings = freshThings;
    this.keys = keys;
    this.workers = workers;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Client keys of a connection",
      description =
          "A JWK set (RFC 7517) with the public keys of this connection for private_key_jwt client"
              + " authentication; its address can be given to the identity provider.")
  @APIResponse(responseCode = "200", description = "The keys")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> keys(@PathParam("connection") String bare) {
    Id id = Id.parseBare(IdKind.CONNECTION, bare);
    return freshThings
        .await(id, () -> connections.known(id))
        .flatMap(found ->
            workers.run(
                () -> describe(found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))));
  }

  private Response describe(KnownConnection connection) {
    return Response.ok(
            ClientKeys.published(keys.named(connection, Use.SIGNING)).toString(),
            MediaType.APPLICATION_JSON)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "max-age=60")
        .build();
  }
}
