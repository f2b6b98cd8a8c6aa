package dev.gatehouse.gateway.openid;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an access token opens, and all that it opens (OpenID Connect Core section 5.3). */
@Path("/oauth2/userinfo")
@Tag(name = "openid")
class UserInfoResource {

  private static final String SCHEME = "Bearer ";

  private final UserInfoClaims claims;

  UserInfoResource(UserInfoClaims claims) {
    this.claims = claims;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Claims about the person, with the attributes and groups that were asked for")
  @APIResponse(responseCode = "200", description = "The claims")
  @APIResponse(responseCode = "401", description = "invalid_token")
  public Uni<Response> get(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Uni.createFrom().item(refused("Bearer"));
    }
    return claims
        .of(authorization.substring(SCHEME.length()).strip())
        .map(found ->
            found
                .map(all -> Response.ok(all).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> refused("Bearer error=\"invalid_token\"")));
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The same")
  public Uni<Response> post(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return get(authorization);
  }

  /** RFC 6750 section 3. */
  private static Response refused(String challenge) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }
}
