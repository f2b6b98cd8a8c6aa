package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.access.Traces;
import dev.gatehouse.gateway.openid.ReadTokenRequest.Reading.Readable;
import dev.gatehouse.gateway.openid.ReadTokenRequest.Reading.Unreadable;
import dev.gatehouse.gateway.openid.TokenOutcome.Error;
import dev.gatehouse.gateway.openid.TokenOutcome.Issued;
import dev.gatehouse.gateway.openid.TokenOutcome.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where applications redeem codes (RFC 6749 section 3.2). */
@Path("/oauth2/token")
@Tag(name = "openid")
class TokenResource {

  private static final int SERVICE_UNAVAILABLE = 503;

  private final RedeemCode redeem;
  private final Traces traces;

  TokenResource(RedeemCode redeem, Traces traces) {
    this.redeem = redeem;
    this.traces = traces;
  }

  /** RFC 6749 section 5.1 and OpenID Connect Core section 3.1.3.3. */
  record Tokens(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("id_token") String idToken,
      String scope) {

    @Override
    public String toString() {
      return "Tokens[…]";
    }
  }

  /** RFC 6749 section 5.2. */
  record Problem(
      String error,
      @JsonProperty("error_description") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String description) {}

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Redeem a code",
      description =
          "grant_type=authorization_code, code, redirect_uri, code_verifier. The client"
              + " authenticates with client_secret_basic or client_secret_post; a public client"
              + " sends client_id alone.")
  @APIResponse(
      responseCode = "200",
      description = "The tokens",
      content = @Content(schema = @Schema(implementation = Tokens.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid_request, invalid_grant or unsupported_grant_type",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "401", description = "invalid_client")
  @APIResponse(responseCode = "503", description = "Too many at once; the code is still good")
  public Uni<Response> token(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      MultivaluedMap<String, String> form) {
    return switch (new ReadTokenRequest(new Parameters(form), authorization).read()) {
      case Unreadable(var refusal) -> Uni.createFrom().item(answer(refusal));
      case Readable(var request) ->
          redeem
              .redeem(request, traces.causedBy("application:" + request.client()).traceparent())
              .map(TokenResource::answer)
              .onFailure(SigningWorkers.Busy.class)
              .recoverWithItem(TokenResource::busy);
    };
  }

  private static Response answer(TokenOutcome outcome) {
    return switch (outcome) {
      case Issued issued -> neverStored(Response.ok(tokens(issued))).build();
      case Refused(var error, var description) -> refused(error, description);
    };
  }

  private static Tokens tokens(Issued issued) {
    return new Tokens(
        issued.accessToken(), "Bearer", issued.expiresIn(), issued.idToken(), issued.scope());
  }

  private static Response refused(Error error, @Nullable String description) {
    Response.ResponseBuilder answer =
        error == Error.INVALID_CLIENT
            ? Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Gatehouse\"")
            : Response.status(Response.Status.BAD_REQUEST);
    return neverStored(answer.entity(new Problem(error.code(), description))).build();
  }

  private static Response busy() {
    return neverStored(
            Response.status(SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .entity(new Problem("temporarily_unavailable", "try again in a moment")))
        .build();
  }

  private static Response.ResponseBuilder neverStored(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Pragma", "no-cache");
  }
}
