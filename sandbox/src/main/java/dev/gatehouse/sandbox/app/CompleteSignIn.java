package dev.gatehouse.sandbox.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the answer of the OpenID provider into a signed-in person, checking all there is. */
@Singleton
final class CompleteSignIn {
  private static final int MILLIS = 10_000;

  /** Who signed in, and where he wanted to go. */
  record Completed(SignedIn person, URI target) {}

  private final AppAddress address;
  private final Visits visits;

  CompleteSignIn(AppAddress address, Visits visits) {
    this.address = address;
    this.visits = visits;
  }

  Completed complete(URI callback, @Nullable String browser) throws SignInTrouble {
    AuthenticationResponse response = parse(callback);
    Attempt attempt =
        visits
            .finish(response.getState(), browser)
            .orElseThrow(
                () -> new SignInTrouble("state_mismatch", "The state belongs to no attempt here."));
    checkIssuer(response, attempt);
    if (!response.indicatesSuccess()) {
      throw trouble(response.toErrorResponse().getErrorObject());
    }
    OIDCTokens tokens = redeem(attempt, response.toSuccessResponse().getAuthorizationCode());
    Map<String, Object> claims = validate(attempt, tokens).toJSONObject();
    Map<String, Object> userinfo = userinfo(attempt, tokens, claims);
    Object email = claims.containsKey("email") ? claims.get("email") : userinfo.get("email");
    ProviderSession session =
        ProviderSession.of(
            claims, tokens.getIDTokenString(), attempt.provider().getEndSessionEndpointURI());
    return new Completed(
        new SignedIn(String.valueOf(email), claims, userinfo, session), attempt.target());
  }

  private static AuthenticationResponse parse(URI callback) throws SignInTrouble {
    try {
      return AuthenticationResponseParser.parse(callback);
    } catch (ParseException e) {
      throw new SignInTrouble("invalid_response", "This is no answer: " + e.getMessage());
    }
  }

  /** RFC 9207 section 2.4: missing is a mismatch too, once the provider says it sends one. */
  private static void checkIssuer(AuthenticationResponse response, Attempt attempt)
      throws SignInTrouble {
    var issuer = response.getIssuer();
    if (issuer == null
        ? attempt.provider().supportsAuthorizationResponseIssuerParam()
        : !issuer.equals(attempt.provider().getIssuer())) {
      throw new SignInTrouble("issuer_mismatch", "iss is " + issuer + ".");
    }
  }

  private OIDCTokens redeem(Attempt attempt, AuthorizationCode code) throws SignInTrouble {
    var grant = new AuthorizationCodeGrant(code, address.callback(), attempt.verifier());
    URI endpoint = attempt.provider().getTokenEndpointURI();
    ClientID client = new ClientID(attempt.settings().clientId());
    String secret = attempt.settings().clientSecret();
    var request =
        secret.isBlank()
            ? new TokenRequest.Builder(endpoint, client, grant)
            : new TokenRequest.Builder(
                endpoint, new ClientSecretBasic(client, new Secret(secret)), grant);
    try {
      var response = OIDCTokenResponseParser.parse(send(request.build().toHTTPRequest()));
      if (response instanceof TokenErrorResponse error) {
        throw trouble(error.getErrorObject());
      }
      return ((OIDCTokenResponse) response).getOIDCTokens();
    } catch (ParseException e) {
      throw new SignInTrouble("invalid_response", "The token answer: " + e.getMessage());
    }
  }

  private static IDTokenClaimsSet validate(Attempt attempt, OIDCTokens tokens)
      throws SignInTrouble {
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(attempt.provider().getJWKSetURI().toURL()).build();
      var validator =
          new IDTokenValidator(
              attempt.provider().getIssuer(),
              new ClientID(attempt.settings().clientId()),
              new JWSVerificationKeySelector<>(
                  Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), keys),
              null);
      return validator.validate(tokens.getIDToken(), attempt.nonce());
    } catch (BadJOSEException | JOSEException | MalformedURLException e) {
      throw new SignInTrouble("invalid_id_token", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Object> userinfo(
      Attempt attempt, OIDCTokens tokens, Map<String, Object> claims) throws SignInTrouble {
    URI endpoint = attempt.provider().getUserInfoEndpointURI();
    if (endpoint == null) {
      return Map.of();
    }
    try {
      var request = new UserInfoRequest(endpoint, tokens.getBearerAccessToken());
      var response = UserInfoResponse.parse(send(request.toHTTPRequest()));
      if (!response.indicatesSuccess()) {
        throw trouble(response.toErrorResponse().getErrorObject());
      }
      var info = response.toSuccessResponse().getUserInfo();
      // OpenID Connect Core 5.3.2: else the tokens of one person could show another.
      if (info == null || !info.getSubject().getValue().equals(claims.get("sub"))) {
        throw new SignInTrouble("invalid_userinfo", "Its sub is not the ID token's.");
      }
      return info.toJSONObject();
    } catch (ParseException e) {
      throw new SignInTrouble("invalid_response", "The userinfo answer: " + e.getMessage());
    }
  }

  private static HTTPResponse send(HTTPRequest request) throws SignInTrouble {
    request.setConnectTimeout(MILLIS);
    request.setReadTimeout(MILLIS);
    try {
      return request.send();
    } catch (IOException e) {
      throw new SignInTrouble(
          "provider_unreachable", request.getURI() + " did not answer: " + e.getMessage());
    }
  }

  private static SignInTrouble trouble(@Nullable ErrorObject error) {
    String code = error == null || error.getCode() == null ? "unknown_error" : error.getCode();
    String detail = error == null ? null : error.getDescription();
    return new SignInTrouble(code, detail == null ? "No description was given." : detail);
  }
}
