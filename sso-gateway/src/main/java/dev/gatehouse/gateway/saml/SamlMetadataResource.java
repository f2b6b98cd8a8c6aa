package dev.gatehouse.gateway.saml;

import dev.gatehouse.access.FreshThings;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.ServiceProvider;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What an identity provider has to know of us, one document for each connection. */
@Path("/saml/{connection}/metadata")
class SamlMetadataResource {

  static final String MEDIA_TYPE = "application/samlmetadata+xml";

  private final Connections connections;
  private final FreshThings freshThings;
  private final SamlServiceProvider saml;
  private final ServiceProviderKeys keys;
  private final SingleLogout singleLogout;
  private final Workers workers;

  SamlMetadataResource(
      Connections connections,
      FreshThings freshThings,
      SamlServiceProvider saml,
      ServiceProviderKeys keys,
      SingleLogout singleLogout,
      Workers workers) {
    this.connections = connections;
    this.freshThings = freshThings;
    this.saml = saml;
    this.keys = keys;
    this.singleLogout = singleLogout;
    this.workers = workers;
  }

  @GET
  @Produces(MEDIA_TYPE)
  @Operation(
      summary = "Service-provider metadata of a connection",
      description = "SAML 2.0 metadata for the identity provider; its address is the entity ID.")
  @APIResponse(responseCode = "200", description = "The metadata")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> metadata(@PathParam("connection") String bare) {
    Id id = Id.parseBare(IdKind.CONNECTION, bare);
    return freshThings
        .await(id, () -> connections.known(id))
        .flatMap(found ->
            workers.run(
                () -> describe(found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))));
  }

  private Response describe(KnownConnection connection) {
    boolean signs = Stream.of(connection.live(), connection.draft()).anyMatch(this::signs);
    ServiceProvider description =
        new ServiceProvider(
            connection.serviceProvider().entityId(),
            connection.serviceProvider().acsUrl(),
            Optional.of(singleLogout.address(connection)),
            signs,
            keys.certificates(connection, ServiceProviderKeys.Use.SIGNING),
            keys.certificates(connection, ServiceProviderKeys.Use.ENCRYPTION));
    return Response.ok(saml.serviceProviderMetadata(description), MEDIA_TYPE)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "max-age=60")
        .build();
  }

  private boolean signs(@Nullable Revision revision) {
    return revision != null && revision.saml() != null && revision.saml().signRequests();
  }
}
