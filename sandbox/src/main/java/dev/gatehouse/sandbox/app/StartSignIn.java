package dev.gatehouse.sandbox.app;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Sends a browser to the OpenID provider: code flow, PKCE S256, state, nonce. */
@Singleton
final class StartSignIn {
  private static final int MILLIS = 10_000;

  private final CurrentAppSettings settings;
  private final AppAddress address;
  private final Visits visits;

  StartSignIn(CurrentAppSettings settings, AppAddress address, Visits visits) {
    this.settings = settings;
    this.address = address;
    this.visits = visits;
  }

  /** The address to go to; {@code selectors} are passed on as they are. */
  URI start(String browser, Map<String, String> selectors, URI target) throws SignInTrouble {
    AppSettings now = settings.get();
    if (!now.complete()) {
      throw new SignInTrouble("not_configured", "Fill in the issuer and client id in settings.");
    }
    OIDCProviderMetadata provider = discover(now.issuer());
    var attempt = new Attempt(provider, now, browser, new Nonce(), new CodeVerifier(), target);
    State state = new State();
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                Scope.parse(now.scope()),
                new ClientID(now.clientId()),
                address.callback())
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(state)
            .nonce(attempt.nonce())
            .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256);
    for (var selector : selectors.entrySet()) {
      select(request, selector.getKey(), selector.getValue());
    }
    visits.begin(state, attempt);
    return request.build().toURI();
  }

  private static void select(AuthenticationRequest.Builder request, String name, String value)
      throws SignInTrouble {
    try {
      switch (name) {
        case "login_hint" -> request.loginHint(value);
        case "prompt" -> request.prompt(Prompt.parse(value));
        case "max_age" -> request.maxAge(Integer.parseInt(value));
        default -> request.customParameter(name, value);
      }
    } catch (ParseException | NumberFormatException e) {
      throw new SignInTrouble("invalid_request", name + " is not usable: " + value);
    }
  }

  private static OIDCProviderMetadata discover(String issuer) throws SignInTrouble {
    try {
      return OIDCProviderMetadata.resolve(new Issuer(issuer), MILLIS, MILLIS);
    } catch (IOException e) {
      throw new SignInTrouble(
          "provider_unreachable", "Nothing answered at " + issuer + ": " + e.getMessage());
    } catch (GeneralException e) {
      throw new SignInTrouble(
          "provider_unreachable", "Discovery at " + issuer + " failed: " + e.getMessage());
    }
  }
}
