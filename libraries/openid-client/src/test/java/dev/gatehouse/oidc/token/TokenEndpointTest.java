package dev.gatehouse.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.FakeHttpFetch;
import dev.gatehouse.oidc.fixtures.TestProvider;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {

  private final FakeHttpFetch provider = new FakeHttpFetch();

  @Test
  void returnsTheTokensUnjudged() {
    provider.answers(
        200,
        """
        {"id_token":"a.b.c","access_token":"xyz","token_type":"bearer","expires_in":300}
        """);

    var outcome = (TokenOutcome.Issued) redeem();

    assertThat(outcome.idToken()).isEqualTo("a.b.c");
    assertThat(outcome.accessToken()).contains("xyz");
    assertThat(outcome.toString()).doesNotContain("xyz");
    assertThat(provider.asked()).hasSize(1);
    assertThat(provider.asked().getFirst().form()).containsEntry("code", "c0de");
    assertThat(provider.asked().getFirst().address().getQuery()).isNull();
  }

  @Test
  void doesNotUseAnAccessTokenOfAnotherType() {
    provider.answers(200, "{\"id_token\":\"a.b.c\",\"access_token\":\"x\",\"token_type\":\"mac\"}");

    assertThat(((TokenOutcome.Issued) redeem()).accessToken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_client, CLIENT_REJECTED",
    "400, invalid_client, CLIENT_REJECTED",
    "400, unauthorized_client, CLIENT_REJECTED",
    "400, invalid_grant, TOKEN_REQUEST_FAILED",
    "401, invalid_grant, TOKEN_REQUEST_FAILED",
    "500, server_error, TOKEN_REQUEST_FAILED"
  })
  void tellsWhetherWeOrTheCodeWereRefused(int status, String error, OidcReasonCode code) {
    provider.answers(
        status,
        """
        {"error":"%s","error_description":"AADSTS7000215: Invalid client secret\\r\\nTrace ID: 7"}
        """
            .formatted(error));

    var outcome = (TokenOutcome.Refused) redeem();

    assertThat(outcome.reason().code()).isEqualTo(code);
    assertThat(outcome.reason().received())
        .isEqualTo(error + ": AADSTS7000215: Invalid client secret  Trace ID: 7");
    assertThat(outcome.error().orElseThrow().error()).isEqualTo(error);
  }

  @Test
  void neverRepeatsAPageThatIsNoOauthError() {
    provider.answers(401, "<html>secret</html>");
    assertThat(((TokenOutcome.Refused) redeem()).reason().received()).isEqualTo("status 401");
    assertThat(((TokenOutcome.Refused) redeem()).reason().code())
        .isEqualTo(OidcReasonCode.CLIENT_REJECTED);

    provider.answers(503, "secret");
    assertThat(((TokenOutcome.Refused) redeem()).reason().received()).isEqualTo("status 503");
  }

  @Test
  void saysThatNothingOrNoIdTokenCame() {
    provider.isDown();
    assertThat(((TokenOutcome.Refused) redeem()).reason().text()).contains("could not be reached");

    provider.answers(200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}");
    assertThat(((TokenOutcome.Refused) redeem()).reason())
        .satisfies(reason -> {
          assertThat(reason.code()).isEqualTo(OidcReasonCode.TOKEN_REQUEST_FAILED);
          assertThat(reason.received()).isEqualTo("members access_token, token_type");
          assertThat(reason.text()).contains("openid scope");
        });
  }

  private TokenOutcome redeem() {
    var form =
        TokenRequestForm.of(
            new TokenRequestForm.At(
                new Issuer("https://idp.example"), URI.create("https://idp.example/token")),
            new TokenRequestForm.Grant("c0de", URI.create("https://sso.example/cb"), "v"),
            new ClientAuthentication.SecretBasic("client", "secret"),
            TestProvider.NOW);
    return new TokenEndpoint(provider).redeem(form).await().atMost(Duration.ofSeconds(5));
  }
}
