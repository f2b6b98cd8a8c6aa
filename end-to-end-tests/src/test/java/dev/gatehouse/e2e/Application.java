package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A B2B application, using a stock OpenID Connect library against the gateway. */
final class Application {

  static final URI CALLBACK = URI.create("http://127.0.0.1:19999/callback");

  static final URI SIGNED_OUT = URI.create("http://127.0.0.1:19999/signed-out");

  private final OIDCProviderMetadata provider;
  private final ClientID clientId;
  private final Secret secret;
  private final JWSAlgorithm algorithm;

  private Application(
      OIDCProviderMetadata provider, ClientID clientId, Secret secret, JWSAlgorithm algorithm) {
    this.provider = provider;
    this.clientId = clientId;
    this.secret = secret;
    this.algorithm = algorithm;
  }

  static Application registered(Gatehouse gatehouse, Operator operator, JWSAlgorithm algorithm) {
    return of(
        gatehouse,
        operator.createApplication("Journey", CALLBACK.toString(), algorithm.getName()),
        algorithm);
  }

  /** One that signs out, and hears of others who do. */
  static Application listening(Gatehouse gatehouse, Operator operator, URI backchannel) {
    return of(
        gatehouse,
        operator.createApplication(
            "Listening",
            CALLBACK.toString(),
            JWSAlgorithm.RS256.getName(),
            Map.of(
                "postLogoutRedirectUris", List.of(SIGNED_OUT.toString()),
                "backchannelLogoutUri", backchannel.toString(),
                "backchannelLogoutSessionRequired", true)),
        JWSAlgorithm.RS256);
  }

  private static Application of(Gatehouse gatehouse, JsonNode registered, JWSAlgorithm algorithm) {
    return with(
        gatehouse,
        registered.required("clientId").asText(),
        registered.required("clientSecret").asText(),
        algorithm);
  }

  /** One whose developer has typed in what the dashboard showed. */
  static Application with(
      Gatehouse gatehouse, String clientId, String clientSecret, JWSAlgorithm algorithm) {
    try {
      return new Application(
          OIDCProviderMetadata.resolve(new Issuer(gatehouse.publicUrl())),
          new ClientID(clientId),
          new Secret(clientSecret),
          algorithm);
    } catch (GeneralException | IOException e) {
      throw new IllegalStateException("Discovery failed", e);
    }
  }

  /** One trip that the application began. */
  record Trip(URI authorizationUrl, State state, Nonce nonce, CodeVerifier verifier) {}

  /** Without knowing who it will be. */
  Trip begin() {
    return begin("");
  }

  Trip begin(String loginHint) {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI url =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid", "email", "profile"), clientId, CALLBACK)
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .loginHint(loginHint.isEmpty() ? null : loginHint)
            .build()
            .toURI();
    return new Trip(url, state, nonce, verifier);
  }

  /**
   * The whole trip in a browser. The application does not run: its address in the browser's request
   * is all that is wanted.
   */
  Signed signIn(Page page, Trip trip, Runnable atTheIdentityProvider) {
    String callback = CALLBACK + "**";
    page.route(callback, route -> route.fulfill(new Route.FulfillOptions().setBody("here")));
    page.navigate(trip.authorizationUrl().toString());
    atTheIdentityProvider.run();
    page.waitForURL(callback);
    return complete(trip, URI.create(page.url()));
  }

  /** The signed-in person as the application knows them now. */
  record Signed(IDTokenClaimsSet idToken, UserInfo userInfo, JWT original) {}

  /** Takes the callback's URL to verified claims, every check of the library on. */
  Signed complete(Trip trip, URI callback) {
    try {
      OIDCTokenResponse answer = (OIDCTokenResponse) redeem(trip, code(trip, callback));
      IDTokenClaimsSet claims =
          new IDTokenValidator(
                  provider.getIssuer(), clientId, algorithm, provider.getJWKSetURI().toURL())
              .validate(answer.getOIDCTokens().getIDToken(), trip.nonce());
      UserInfoRequest request =
          new UserInfoRequest(
              provider.getUserInfoEndpointURI(), answer.getOIDCTokens().getBearerAccessToken());
      UserInfoResponse userInfo = UserInfoResponse.parse(request.toHTTPRequest().send());
      return new Signed(
          claims, userInfo.toSuccessResponse().getUserInfo(), answer.getOIDCTokens().getIDToken());
    } catch (ParseException | JOSEException | BadJOSEException | IOException e) {
      throw new IllegalStateException("The library does not accept the answer", e);
    }
  }

  /** The code of the callback, after the checks that RFC 9207 and the state ask for. */
  AuthorizationCode code(Trip trip, URI callback) {
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(callback);
      if (!trip.state().equals(response.getState())
          || !provider.getIssuer().equals(response.getIssuer())) {
        throw new IllegalStateException("Not an answer to this trip: " + callback);
      }
      return response.toSuccessResponse().getAuthorizationCode();
    } catch (ParseException | ClassCastException e) {
      throw new IllegalStateException("No code in " + callback, e);
    }
  }

  /** The token endpoint's answer, whatever it is. */
  TokenResponse redeem(Trip trip, AuthorizationCode code) {
    TokenRequest request =
        new TokenRequest.Builder(
                provider.getTokenEndpointURI(),
                new ClientSecretBasic(clientId, secret),
                new AuthorizationCodeGrant(code, CALLBACK, trip.verifier()))
            .build();
    try {
      return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
    } catch (ParseException | IOException e) {
      throw new IllegalStateException("The token endpoint cannot be understood", e);
    }
  }

  /** Where to send the browser after the application's own session has ended. */
  URI endSession(Signed signed, String state) {
    return new LogoutRequest(
            provider.getEndSessionEndpointURI(), signed.original(), SIGNED_OUT, new State(state))
        .toURI();
  }

  /** What a logout token says, every check of the library on. */
  LogoutTokenClaimsSet signedOut(String token) {
    try {
      return new LogoutTokenValidator(
              provider.getIssuer(), clientId, algorithm, provider.getJWKSetURI().toURL())
          .validate(JWTParser.parse(token));
    } catch (java.text.ParseException | JOSEException | BadJOSEException | IOException e) {
      throw new IllegalStateException("The library does not accept the logout token", e);
    }
  }

  String clientId() {
    return clientId.getValue();
  }
}
