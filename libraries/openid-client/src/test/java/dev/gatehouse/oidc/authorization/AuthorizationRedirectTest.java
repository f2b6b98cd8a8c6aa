package dev.gatehouse.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationRedirectTest {

  private static final URI ENDPOINT = URI.create("https://idp.example/authorize");
  private static final URI CALLBACK = URI.create("https://sso.example/oidc/abc/callback");

  private final OneTimeValues values = OneTimeValues.random();

  @Test
  void alwaysSendsStateNonceAndAHashedVerifier() {
    URI address = redirect(ENDPOINT).build();

    String challenge =
        CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(values.codeVerifier()))
            .getValue();
    assertThat(query(address))
        .containsEntry("response_type", List.of("code"))
        .containsEntry("response_mode", List.of("query"))
        .containsEntry("client_id", List.of("our client"))
        .containsEntry("redirect_uri", List.of(CALLBACK.toString()))
        .containsEntry("scope", List.of("openid email profile"))
        .containsEntry("state", List.of(values.state()))
        .containsEntry("nonce", List.of(values.nonce()))
        .containsEntry("code_challenge_method", List.of("S256"))
        .containsEntry("code_challenge", List.of(challenge))
        .hasSize(9);
    assertThat(address.toString()).doesNotContain(values.codeVerifier());
  }

  @Test
  void addsWhatTheConnectionAndTheApplicationAskFor() {
    URI address =
        redirect(ENDPOINT)
            .scopes(List.of("groups", "email"))
            .loginHint("ada+1@acme.example")
            .hostedDomains(Set.of("acme.example"))
            .promptLogin()
            .maxAge(Duration.ofMinutes(1))
            .build();

    assertThat(query(address))
        .containsEntry("scope", List.of("openid email profile groups"))
        .containsEntry("login_hint", List.of("ada+1@acme.example"))
        .containsEntry("hd", List.of("acme.example"))
        .containsEntry("prompt", List.of("login"))
        .containsEntry("max_age", List.of("60"));
  }

  @Test
  void keepsTheQueryOfTheEndpoint() {
    URI address = redirect(URI.create("https://idp.example/authorize?app=7&x=y%20z")).build();

    assertThat(query(address))
        .containsEntry("app", List.of("7"))
        .containsEntry("x", List.of("y z"))
        .containsEntry("response_type", List.of("code"));
  }

  @Test
  void hintsAtAnyWorkspaceWhereThereAreSeveral() {
    assertThat(query(redirect(ENDPOINT).hostedDomains(List.of("a.example", "b.example")).build()))
        .containsEntry("hd", List.of("*"));
    assertThat(query(redirect(ENDPOINT).hostedDomains(List.of()).build())).doesNotContainKey("hd");
  }

  @Test
  void neverSendsABrowserToAScript() {
    assertThatThrownBy(() -> redirect(URI.create("javascript:alert(1)")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makesNewValuesEachTimeAndKeepsThemOutOfLogs() {
    assertThat(OneTimeValues.random()).isNotEqualTo(values);
    assertThat(values.state()).hasSize(43);
    assertThat(values.toString()).isEqualTo("OneTimeValues[…]");
  }

  private AuthorizationRedirect redirect(URI endpoint) {
    return AuthorizationRedirect.to(endpoint, "our client", CALLBACK, values);
  }

  private static Map<String, List<String>> query(URI address) {
    return URLUtils.parseParameters(address.getRawQuery());
  }
}
