package dev.gatehouse.oidc.authorization;

import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds the address to send the browser to: code flow, answer in the query, and always PKCE with
 * S256, state and nonce.
 */
public final class AuthorizationRedirect {

  private static final List<String> ALWAYS = List.of("openid", "email", "profile");

  private final URI endpoint;
  private final AuthenticationRequest.Builder request;
  private final Set<String> scopes = new LinkedHashSet<>(ALWAYS);

  private AuthorizationRedirect(
      URI endpoint, String clientId, URI redirectUri, OneTimeValues values) {
    this.endpoint = endpoint;
    this.request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), new ClientID(clientId), redirectUri)
            .responseMode(ResponseMode.QUERY)
            .state(new State(values.state()))
            .nonce(new Nonce(values.nonce()))
            .codeChallenge(new CodeVerifier(values.codeVerifier()), CodeChallengeMethod.S256);
  }

  /**
   * @param redirectUri the connection's own, never shared with another (RFC 9700 section 4.4)
   * @throws IllegalArgumentException if the endpoint is no web address
   */
  public static AuthorizationRedirect to(
      URI authorizationEndpoint, String clientId, URI redirectUri, OneTimeValues values) {
    String scheme = authorizationEndpoint.getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new IllegalArgumentException("browsers are sent to web addresses only");
    }
    return new AuthorizationRedirect(authorizationEndpoint, clientId, redirectUri, values);
  }

  /** Scopes beyond openid, email and profile. */
  public AuthorizationRedirect scopes(Collection<String> more) {
    scopes.addAll(more);
    return this;
  }

  public AuthorizationRedirect loginHint(String email) {
    request.loginHint(email);
    return this;
  }

  /** Google: shows only accounts of these Workspaces. A hint, checked on return by the claim. */
  public AuthorizationRedirect hostedDomains(Collection<String> domains) {
    if (!domains.isEmpty()) {
      request.customParameter("hd", domains.size() == 1 ? domains.iterator().next() : "*");
    }
    return this;
  }

  /** The person must sign in anew, whatever session the provider holds. */
  public AuthorizationRedirect promptLogin() {
    request.prompt(Prompt.Type.LOGIN);
    return this;
  }

  /** The provider shows its account chooser. */
  public AuthorizationRedirect promptSelectAccount() {
    request.prompt(Prompt.Type.SELECT_ACCOUNT);
    return this;
  }

  /** The person must have signed in at most so long ago. */
  public AuthorizationRedirect maxAge(Duration age) {
    request.maxAge(Math.toIntExact(age.toSeconds()));
    return this;
  }

  /** The address, with what the endpoint's own query holds kept. */
  public URI build() {
    return request
        .scope(new Scope(scopes.toArray(String[]::new)))
        .endpointURI(endpoint)
        .build()
        .toURI();
  }
}
