package dev.gatehouse.org.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.org.apiclient.ApiClients;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The token endpoint of our own issuer. Its errors are OAuth's (RFC 6749 section 5.2). */
@Path("/v1/oauth/token")
@Tag(name = "OAuth")
class TokenResource {

  private static final String GRANT = "client_credentials";

  private final ApiClients clients;
  private final AccessTokens tokens;

  TokenResource(ApiClients clients, AccessTokens tokens) {
    this.clients = clients;
    this.tokens = tokens;
  }

  /** A token for an operator. */
  @Schema(name = "TokenResponse")
  record TokenAnswer(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      String scope) {
    @Override
    public String toString() {
      return "TokenAnswer";
    }
  }

  /** Why there is no token. */
  @Schema(name = "TokenError")
  record TokenError(String error, @JsonProperty("error_description") String errorDescription) {}

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Get an operator's access token",
      description =
          "grant_type=client_credentials, with client_secret_basic or client_secret_post. The"
              + " token is good for five minutes.")
  @APIResponseSchema(value = TokenAnswer.class, responseCode = "200")
  @APIResponse(
      responseCode = "400",
      description = "invalid_request, unsupported_grant_type, invalid_scope",
      content = @Content(schema = @Schema(implementation = TokenError.class)))
  @APIResponse(
      responseCode = "401",
      description = "invalid_client",
      content = @Content(schema = @Schema(implementation = TokenError.class)))
  public Uni<Response> token(
      @HeaderParam("Authorization") @Nullable String authorization,
      @FormParam("grant_type") @Nullable String grantType,
      @FormParam("client_id") @Nullable String clientId,
      @FormParam("client_secret") @Nullable String clientSecret,
      @FormParam("scope") @Nullable String scope) {
    if (grantType == null) {
      return refused(400, "invalid_request", "grant_type is missing");
    }
    if (!grantType.equals(GRANT)) {
      return refused(400, "unsupported_grant_type", "only " + GRANT + " is supported");
    }
    Optional<PresentedClient> presented =
        PresentedClient.read(authorization, clientId, clientSecret);
    if (presented.isEmpty()) {
      return refused(401, "invalid_client", "client authentication is missing or malformed");
    }
    PresentedClient client = presented.get();
    return clients
        .authenticate(client.id(), client.secret())
        .flatMap(known -> {
          if (!known) {
            return refused(401, "invalid_client", "unknown client or wrong secret");
          }
          return scope == null || scope.equals(AccessTokens.OPERATOR_SCOPE)
              ? tokens.forOperator(client.id()).map(TokenResource::answer)
              : refused(400, "invalid_scope", "the only scope is operator");
        });
  }

  private static Response answer(AccessTokens.Issued issued) {
    return Response.ok(
            new TokenAnswer(
                issued.token(),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                AccessTokens.OPERATOR_SCOPE))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Uni<Response> refused(int status, String error, String description) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .entity(new TokenError(error, description))
            .header("Cache-Control", "no-store");
    if (status == 401) {
      answer.header("WWW-Authenticate", "Basic realm=\"gatehouse\"");
    }
    return Uni.createFrom().item(answer.build());
  }
}
