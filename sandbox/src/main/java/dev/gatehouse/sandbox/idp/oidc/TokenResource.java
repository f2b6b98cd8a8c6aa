package dev.gatehouse.sandbox.idp.oidc;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The back channel: discovery, keys, tokens, userinfo. */
@Path("/idp/oidc")
@Produces(MediaType.APPLICATION_JSON)
final class TokenResource {
  private record Credentials(@Nullable String id, @Nullable String secret) {}

  private final OidcAddress address;
  private final OidcClients clients;
  private final Tokens tokens;
  private final IdToken idToken;

  TokenResource(OidcAddress address, OidcClients clients, Tokens tokens, IdToken idToken) {
    this.address = address;
    this.clients = clients;
    this.tokens = tokens;
    this.idToken = idToken;
  }

  @GET
  @Path("/.well-known/openid-configuration")
  public Map<String, Object> discovery() {
    return Map.ofEntries(
        Map.entry("issuer", address.issuer()),
        Map.entry("authorization_endpoint", address.at("/authorize")),
        Map.entry("token_endpoint", address.at("/token")),
        Map.entry("userinfo_endpoint", address.at("/userinfo")),
        Map.entry("jwks_uri", address.at("/jwks")),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("grant_types_supported", List.of("authorization_code")),
        Map.entry("subject_types_supported", List.of("public")),
        Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
        Map.entry("scopes_supported", List.of("openid", "email", "profile")),
        Map.entry("code_challenge_methods_supported", List.of("S256")),
        Map.entry(
            "token_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "client_secret_post")),
        Map.entry("authorization_response_iss_parameter_supported", true),
        Map.entry(
            "claims_supported",
            List.of("sub", "email", "email_verified", "name", "given_name", "family_name")));
  }

  @GET
  @Path("/jwks")
  public Map<String, Object> keys() {
    return idToken.keySet();
  }

  @POST
  @Path("/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response token(
      @HeaderParam("Authorization") @Nullable String authorization,
      @FormParam("client_id") @Nullable String clientId,
      @FormParam("client_secret") @Nullable String clientSecret,
      @FormParam("grant_type") @Nullable String grantType,
      @FormParam("code") @Nullable String code,
      @FormParam("redirect_uri") @Nullable String redirectUri,
      @FormParam("code_verifier") @Nullable String codeVerifier) {
    Credentials given =
        basic(authorization).orElseGet(() -> new Credentials(clientId, clientSecret));
    Optional<OidcClient> client =
        clients.find(given.id()).filter(c -> c.clientSecret().equals(given.secret()));
    if (client.isEmpty()) {
      return error(401, "invalid_client");
    }
    if (!"authorization_code".equals(grantType)) {
      return error(400, "unsupported_grant_type");
    }
    return tokens
        .redeem(code == null ? "" : code)
        .filter(grant -> grant.request().client().clientId().equals(client.get().clientId()))
        .filter(grant -> grant.request().redirectUri().equals(redirectUri))
        .filter(grant -> proves(codeVerifier, grant.request().get("code_challenge")))
        .map(this::answer)
        .orElseGet(() -> error(400, "invalid_grant"));
  }

  @GET
  @Path("/userinfo")
  public Response userinfo(@HeaderParam("Authorization") @Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.startsWith("Bearer "))
        .flatMap(header -> tokens.read(header.substring("Bearer ".length()).strip()))
        .map(grant -> Response.ok(IdToken.about(grant)).build())
        .orElseGet(() ->
            Response.status(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .build());
  }

  private Response answer(Grant grant) {
    return Response.ok(
            Map.of(
                "access_token",
                tokens.accessToken(grant),
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "id_token",
                idToken.write(grant)))
        .build();
  }

  private static boolean proves(@Nullable String verifier, @Nullable String challenge) {
    if (challenge == null) {
      return true;
    }
    try {
      return verifier != null
          && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
              .getValue()
              .equals(challenge);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** RFC 6749 2.3.1: both halves are form-encoded inside the basic credentials. */
  private static Optional<Credentials> basic(@Nullable String header) {
    if (header == null || !header.startsWith("Basic ")) {
      return Optional.empty();
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      int at = pair.indexOf(':');
      return at < 0
          ? Optional.empty()
          : Optional.of(
              new Credentials(
                  URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                  URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Response error(int status, String code) {
    return Response.status(status).entity(Map.of("error", code)).build();
  }
}
