package dev.gatehouse.connection.guide;

import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.provider.Providers;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The set-up guide of a connection. */
@Path("/v1/connections/{id}/setup-guide")
@Tag(name = "setup-guide")
class SetupGuideResource {

  private final ConnectionGate gate;
  private final Providers providers;

  SetupGuideResource(ConnectionGate gate, Providers providers) {
    this.gate = gate;
    this.providers = providers;
  }

  @GET
  @InAskedLanguage
  @Operation(summary = "Read what to do in the identity provider's console, with all values")
  @APIResponse(responseCode = "200", description = "The guide")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<SetupGuide> get(
      @PathParam("id") String id,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    return gate.toRead(id)
        .map(entered -> {
          ConnectionSnapshot connection = entered.connection();
          return SetupGuide.of(
              connection, providers.find(connection.provider(), language).orElseThrow());
        });
  }
}
