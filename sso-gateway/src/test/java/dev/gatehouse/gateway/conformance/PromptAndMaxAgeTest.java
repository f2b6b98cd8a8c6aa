package dev.gatehouse.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** We keep no session, so every request is one of somebody who is not signed in. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class PromptAndMaxAgeTest {

  private static final Duration LONG_AGO = Duration.ofHours(3);

  @Inject Customers customers;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @BeforeEach
  void anApplicationIsRegistered() {
    app = RelyingParty.at(customers.active());
  }

  @Test
  @Reproduces("oidcc-prompt-none-not-logged-in")
  void oidcc_prompt_none_not_logged_in_isLoginRequired() throws Exception {
    Map<String, String> request = app.requestWith("prompt", "none");

    var answer = app.refused(request);

    assertThat(RelyingParty.error(answer)).isEqualTo("login_required");
    assertThat(answer.getState().getValue()).isEqualTo(request.get("state"));
  }

  /** Where the suite expects a session, there is none: the answer is the one of 3.1.2.6. */
  @Test
  @Reproduces({"oidcc-prompt-none-logged-in", "oidcc-id-token-hint"})
  void oidcc_prompt_none_logged_in_isLoginRequiredTooBecauseThereIsNoSession() throws Exception {
    String idToken = app.tokens(app.signIn(app.request())).getIDTokenString();
    Map<String, String> again = app.requestWith("prompt", "none");
    again.put("id_token_hint", idToken);

    assertThat(RelyingParty.error(app.refused(again))).isEqualTo("login_required");
  }

  @Test
  @Reproduces("oidcc-prompt-login")
  void oidcc_prompt_login_makesTheIdentityProviderAuthenticateAnew() throws Exception {
    Map<String, String> first = app.request();
    IDTokenClaimsSet before =
        app.claims(
            first,
            app.signIn(first, answer -> answer.authenticated = Instant.now().minus(LONG_AGO)));
    Map<String, String> second = app.requestWith("prompt", "login");

    Away alice = app.away(app.send(second));
    assertThat(alice.request()).contains("ForceAuthn=\"true\"");
    Response end = app.comeBack(alice, answer -> answer.authenticated = Instant.now());

    IDTokenClaimsSet after = app.claims(second, RelyingParty.read(end));
    assertThat(after.getAuthenticationTime()).isAfter(before.getAuthenticationTime());
    assertThat(after.getSubject()).isEqualTo(before.getSubject());
  }

  @Test
  @Reproduces({"oidcc-max-age-1", "oidcc-max-age-10000"})
  void oidcc_max_age_1_makesTheIdentityProviderAuthenticateAnew() throws Exception {
    Map<String, String> request = app.requestWith("max_age", "1");

    Away alice = app.away(app.send(request));
    assertThat(alice.request()).contains("ForceAuthn=\"true\"");
    Response end = app.comeBack(alice, answer -> answer.authenticated = Instant.now());

    IDTokenClaimsSet claims = app.claims(request, RelyingParty.read(end));
    assertThat(claims.getAuthenticationTime().toInstant())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
  }

  /** An identity provider that does not care what it was asked is found out. */
  @ParameterizedTest
  @CsvSource({"prompt, login", "max_age, 1", "max_age, 10000"})
  void anAuthenticationThatIsTooOldIsNoAnswer(String name, String value) throws Exception {
    Map<String, String> request = app.requestWith(name, value);

    Response end =
        app.comeBack(
            app.away(app.send(request)),
            answer -> answer.authenticated = Instant.now().minus(LONG_AGO));

    end.then().statusCode(403).body(containsString("unmet_authentication_requirements"));
  }

  @Test
  void authTimeIsWhatTheIdentityProviderSaid() throws Exception {
    Map<String, String> request = app.request();
    Instant then = Instant.now().minus(LONG_AGO).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    IDTokenClaimsSet claims =
        app.claims(request, app.signIn(request, answer -> answer.authenticated = then));

    assertThat(claims.getAuthenticationTime().toInstant()).isEqualTo(then);
  }
}
