package dev.gatehouse.org.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What verifiers of our tokens need to know. Public. */
@Path("/v1/oauth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
class IssuerResource {

  private final SigningKeys keys;
  private final AccessTokens tokens;

  IssuerResource(SigningKeys keys, AccessTokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /** Metadata of the issuer (RFC 8414 section 2). */
  @Schema(name = "IssuerMetadata")
  record Metadata(
      String issuer,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("jwks_uri") String jwksUri,
      @JsonProperty("grant_types_supported") List<String> grantTypes,
      @JsonProperty("response_types_supported") List<String> responseTypes,
      @JsonProperty("scopes_supported") List<String> scopes,
      @JsonProperty("token_endpoint_auth_methods_supported") List<String> authMethods) {}

  @GET
  @Path("/jwks")
  @Operation(summary = "The public keys of access tokens", description = "A JWK set (RFC 7517).")
  @APIResponse(responseCode = "200", description = "The keys")
  public Uni<Response> jwks() {
    return keys.published()
        .map(set ->
            Response.ok(set.toString(true)).header("Cache-Control", "public, max-age=60").build());
  }

  @GET
  @Path("/.well-known/openid-configuration")
  @Operation(summary = "Metadata of the issuer of admin tokens")
  public Metadata metadata() {
    String issuer = tokens.issuer();
    return new Metadata(
        issuer,
        issuer + "/token",
        issuer + "/jwks",
        List.of("client_credentials"),
        List.of(),
        List.of(AccessTokens.OPERATOR_SCOPE),
        List.of("client_secret_basic", "client_secret_post"));
  }
}
