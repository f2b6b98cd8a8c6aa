package dev.gatehouse.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.XmlPath.CompatibilityMode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AuthorizationCodeFlowTest {

  @Inject Customers customers;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @BeforeEach
  void anApplicationIsRegistered() {
    app = RelyingParty.at(customers.active());
  }

  @Test
  @Reproduces({"oidcc-server", "oidcc-ensure-request-with-valid-pkce-succeeds", "RFC9207"})
  void oidcc_server_signsInAndGivesTokensThatAStockLibraryAccepts() throws Exception {
    Map<String, String> request = app.request();

    AuthorizationResponse answer = app.signIn(request);
    Response response = app.redeem(RelyingParty.code(answer));

    response
        .then()
        .header("Content-Type", containsString("application/json"))
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache");
    OIDCTokens tokens = RelyingParty.tokens(response);
    assertThat(tokens.getBearerAccessToken().getLifetime()).isBetween(1L, 300L);
    IDTokenClaimsSet claims = app.verified(tokens, request.get("nonce"));
    assertThat(claims.getSubject().getValue()).startsWith("per_").hasSizeLessThan(256);
    assertThat(claims.getAudience())
        .extracting(one -> one.getValue())
        .containsExactly(app.clientId());
    assertThat(answer.getState().getValue()).isEqualTo(request.get("state"));
    AccessTokenValidator.validate(
        tokens.getBearerAccessToken(), JWSAlgorithm.RS256, claims.getAccessTokenHash());
  }

  @Test
  @Reproduces("oidcc-server-client-secret-post")
  void oidcc_server_client_secret_post_authenticatesTheApplicationInTheForm() throws Exception {
    AuthorizationResponse answer = app.signIn(app.request());

    OIDCTokens tokens = RelyingParty.tokens(app.redeemWithSecretInBody(RelyingParty.code(answer)));

    assertThat(tokens.getIDTokenString()).isNotEmpty();
  }

  @Test
  @Reproduces("oidcc-response-type-missing")
  void oidcc_response_type_missing_isToldToTheApplication() throws ParseException {
    Map<String, String> request = app.request();
    request.remove("response_type");

    AuthorizationResponse answer = app.refused(request);

    assertThat(RelyingParty.error(answer)).isEqualTo("invalid_request");
    assertThat(answer.getState().getValue()).isEqualTo(request.get("state"));
  }

  @Test
  @Reproduces("oidcc-ensure-request-without-nonce-succeeds-for-code-flow")
  void oidcc_ensure_request_without_nonce_succeeds_for_code_flow() throws Exception {
    Map<String, String> request = app.request();
    request.remove("nonce");

    IDTokenClaimsSet claims = app.verified(app.tokens(app.signIn(request)), null);

    assertThat(claims.getNonce()).isNull();
  }

  @Test
  @Reproduces("oidcc-ensure-post-request-succeeds")
  void oidcc_ensure_post_request_succeeds() throws Exception {
    Map<String, String> request = app.request();

    Response sent = app.browser().post("/oauth2/authorize", request);
    Response end = app.comeBack(app.away(sent), _ -> {});

    assertThat(app.claims(request, RelyingParty.read(end)).getSubject()).isNotNull();
  }

  /** Whatever a request says beyond what we understand, it signs in all the same. */
  @ParameterizedTest
  @CsvSource({
    "extra, foobar",
    "display, page",
    "display, popup",
    "ui_locales, se",
    "claims_locales, se",
    "acr_values, 1 2",
    "scope, email openid",
    "scope, openid address phone offline_access",
    "id_token_hint, eyJhbGciOiJub25lIn0.e30.",
  })
  @Reproduces({
    "oidcc-ensure-request-with-unknown-parameter-succeeds",
    "oidcc-display-page",
    "oidcc-display-popup",
    "oidcc-ui-locales",
    "oidcc-claims-locales",
    "oidcc-ensure-request-with-acr-values-succeeds",
    "oidcc-ensure-other-scope-order-succeeds",
    "oidcc-scope-address",
    "oidcc-scope-phone"
  })
  void oidcc_optional_parameters_doNotStandInTheWay(String name, String value) throws Exception {
    Map<String, String> request = app.requestWith(name, value);

    assertThat(app.claims(request, app.signIn(request)).getSubject()).isNotNull();
  }

  @Test
  @Reproduces("oidcc-login-hint")
  void oidcc_login_hint_sparesTheQuestionForTheAddress() throws Exception {
    Map<String, String> request = app.request();
    Map<String, String> unhinted = app.request();
    unhinted.remove("login_hint");

    Response asked = app.send(unhinted);

    assertThat(asked.header("Location")).startsWith(RelyingParty.ISSUER + "/sign-in?request=");
    Response page =
        app.browser().get(asked.header("Location").substring(RelyingParty.ISSUER.length()));
    assertThat(
            new XmlPath(CompatibilityMode.HTML, page.asString())
                .getList("**.find { it.@type == 'email' }"))
        .as("without a hint the person is asked")
        .isNotEmpty();
    assertThat(app.claims(request, app.signIn(request)).getSubject())
        .as("with one the browser went straight to the identity provider")
        .isNotNull();
  }
}
