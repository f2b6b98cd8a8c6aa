package dev.gatehouse.gateway.openid;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
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
    return open(authorization.substring(SCHEME.length()).strip());
  }

  private Uni<Response> open(String accessToken) {
    return claims
        .of(accessToken)
        .map(found ->
            found
                .map(all -> Response.ok(all).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> refused("Bearer error=\"invalid_token\"")));
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The same; the access token may come in a form as well (RFC 6750)")
  @APIResponse(responseCode = "200", description = "The claims")
  @APIResponse(responseCode = "400", description = "invalid_request: two tokens at once")
  @APIResponse(responseCode = "401", description = "invalid_token")
  public Uni<Response> post(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return get(authorization);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<Response> postForm(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      MultivaluedMap<String, String> form) {
    Parameters parameters = new Parameters(form);
    String inForm = parameters.get("access_token");
    if (inForm == null) {
      return get(authorization);
    }
    // RFC 6750 section 2: a client uses one way in each request.
    return authorization != null || parameters.isRepeated("access_token")
        ? Uni.createFrom().item(twoTokens())
        : open(inForm);
  }

  private static Response twoTokens() {
    return Response.status(Response.Status.BAD_REQUEST)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_request\"")
        .build();
  }

  /** RFC 6750 section 3. */
  private static Response refused(String challenge) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }
}
