package dev.gatehouse.connection.provider;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Page;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue, for whoever has an admin token. */
@Path("/v1/identity-providers")
@Tag(name = "identity-providers")
class ProviderResource {

  private final Access access;
  private final Providers providers;

  ProviderResource(Access access, Providers providers) {
    this.access = access;
    this.providers = providers;
  }

  /** A provider in the list. */
  record ProviderSummary(
      String key, String name, Protocol protocol, List<Provider.Form> metadataForms) {}

  @GET
  @Operation(summary = "List the identity providers of the catalogue")
  @APIResponse(responseCode = "200", description = "All of them, on one page")
  @APIResponse(responseCode = "401", description = "unauthenticated")
  public Uni<Page<ProviderSummary>> list() {
    return access
        .withAnyToken()
        .map(known ->
            new Page<>(
                providers.all().stream()
                    .map(provider ->
                        new ProviderSummary(
                            provider.key(),
                            provider.name(),
                            provider.protocol(),
                            provider.metadata().forms()))
                    .toList(),
                null));
  }

  @GET
  @Path("/{key}")
  @InAskedLanguage
  @Operation(
      summary = "Read an identity provider's description",
      description =
          "Placeholders such as {{acsUrl}} stand for a connection's values; see its setup-guide.")
  @APIResponse(responseCode = "200", description = "The description")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Provider> get(
      @PathParam("key") String key,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    return access
        .withAnyToken()
        .map(known ->
            providers.find(key, language).orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)));
  }
}
