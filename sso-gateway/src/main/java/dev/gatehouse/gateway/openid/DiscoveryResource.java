package dev.gatehouse.gateway.openid;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What libraries read before they start: what we can do, and the keys to verify tokens with. */
@Path("")
@Tag(name = "openid")
class DiscoveryResource {

  /** Half the time for which a key is published before it signs. */
  private static final String FOR_FIVE_MINUTES = "public, max-age=300";

  private final ProviderDocument document;
  private final SigningKeys keys;

  DiscoveryResource(ProviderDocument document, SigningKeys keys) {
    this.document = document;
    this.keys = keys;
  }

  @GET
  @Path("/.well-known/openid-configuration")
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  @Operation(summary = "What this OpenID provider can do")
  @APIResponse(responseCode = "200", description = "OpenID Connect Discovery 1.0, section 3")
  public Response configuration() {
    return Response.ok(document.json()).header(HttpHeaders.CACHE_CONTROL, FOR_FIVE_MINUTES).build();
  }

  @GET
  @Path("/oauth2/jwks")
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  @Operation(summary = "The keys to verify ID tokens with")
  @APIResponse(responseCode = "200", description = "A JWK set, RFC 7517")
  public Response keys() {
    return Response.ok(keys.published())
        .header(HttpHeaders.CACHE_CONTROL, FOR_FIVE_MINUTES)
        .build();
  }
}
