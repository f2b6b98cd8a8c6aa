package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.openid.TestApplications.Registered;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AuthorizeResourceTest {

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Map<String, String> request = new HashMap<>();

  @BeforeEach
  void aGoodRequestForSomebodyUnknown() {
    Registered app = TestApplications.confidential();
    request.put("client_id", app.id().toString());
    request.put("redirect_uri", TestApplications.CALLBACK);
    request.put("response_type", "code");
    request.put("scope", "openid email");
    request.put("state", "a state/with=signs");
    request.put("nonce", "n-1");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    request.put("login_hint", "ann@nobody.example");
  }

  @Test
  void tellsTheApplicationThatSingleSignOnIsNotAvailable() throws Exception {
    Response answer = send();

    assertThat(answer.statusCode()).isEqualTo(303);
    AuthorizationResponse read = read(answer);
    assertThat(read.toErrorResponse().getErrorObject().getCode()).isEqualTo("sso_not_available");
    assertThat(read.getState().getValue()).isEqualTo("a state/with=signs");
    assertThat(read.getIssuer().getValue()).isEqualTo("http://localhost:8080");
  }

  @Test
  void readsAPostedFormToo() throws Exception {
    Response answer =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParams(request)
            .post("/oauth2/authorize");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(read(answer).toErrorResponse().getErrorObject().getCode())
        .isEqualTo("sso_not_available");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_type, code id_token, unsupported_response_type",
    "response_type, , invalid_request",
    "response_mode, fragment, invalid_request",
    "scope, email, invalid_scope",
    "scope, , invalid_scope",
    "prompt, none, login_required",
    "prompt, none login, invalid_request",
    "max_age, -1, invalid_request",
    "max_age, soon, invalid_request",
    "connection, acme, invalid_request",
    "request, eyJ, request_not_supported",
    "request_uri, https://app.example/r, request_uri_not_supported",
  })
  void saysWhatIsWrong(String name, String value, String error) throws Exception {
    request.put(name, value == null ? "" : value);

    assertThat(read(send()).toErrorResponse().getErrorObject().getCode()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge, ",
    "code_challenge, short",
    "code_challenge_method, plain",
    "code_challenge_method, ",
  })
  void pkceCannotBeDowngraded(String name, String value) throws Exception {
    request.put(name, value == null ? "" : value);

    assertThat(read(send()).toErrorResponse().getErrorObject().getCode())
        .isEqualTo("invalid_request");
  }

  @Test
  void ignoresWhatItDoesNotKnow() throws Exception {
    request.put("audience", "something");
    request.put("scope", "openid offline_access");

    assertThat(read(send()).toErrorResponse().getErrorObject().getCode())
        .isEqualTo("sso_not_available");
  }

  @Test
  void isNotForScriptsOfOtherOrigins() {
    Response answer =
        given()
            .redirects()
            .follow(false)
            .header("Origin", "https://app.example")
            .queryParams(request)
            .get("/oauth2/authorize");

    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  private Response send() {
    return given().redirects().follow(false).queryParams(request).get("/oauth2/authorize");
  }

  private static AuthorizationResponse read(Response answer) throws ParseException {
    assertThat(answer.header("Location")).startsWith(TestApplications.CALLBACK + "?");
    return AuthorizationResponse.parse(URI.create(answer.header("Location")));
  }
}
