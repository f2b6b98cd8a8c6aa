package dev.gatehouse.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RedirectUriAndRequestObjectTest {

  @Inject Customers customers;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @BeforeEach
  void anApplicationIsRegistered() {
    app = RelyingParty.at(customers.active());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RelyingParty.CALLBACK + "/extra",
        RelyingParty.CALLBACK + "?foo=bar",
        "https://rp.example",
        "https://elsewhere.example/callback"
      })
  @Reproduces({"oidcc-ensure-registered-redirect-uri", "RFC9700-2.1"})
  void oidcc_ensure_registered_redirect_uri_showsAPage(String uri) {
    Response answer = app.send(app.requestWith("redirect_uri", uri));

    answer.then().statusCode(400).header("Content-Type", containsString("text/html"));
    assertThat(answer.header("Location")).isNull();
  }

  @Test
  @Reproduces("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported")
  void oidcc_unsigned_request_object_isRejectedAsUnsupported() throws ParseException {
    Map<String, String> request = app.request();
    request.put("request", requestObject(Map.of("nonce", "another")));

    assertThat(RelyingParty.error(app.refused(request))).isEqualTo("request_not_supported");
  }

  @Test
  @Reproduces("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported")
  void oidcc_request_uri_unsigned_isRejectedAsUnsupportedAndNeverFetched() throws ParseException {
    Map<String, String> request = app.requestWith("request_uri", "https://rp.example/request.jwt");

    assertThat(RelyingParty.error(app.refused(request))).isEqualTo("request_uri_not_supported");
  }

  /** What an object says that is not read must not lead anywhere. */
  @Test
  @Reproduces("oidcc-ensure-request-object-with-redirect-uri")
  void oidcc_ensure_request_object_with_redirect_uri_neverLeadsThere() {
    Map<String, String> request = app.request();
    request.put("request", requestObject(Map.of("redirect_uri", "https://elsewhere.example/")));

    Response answer = app.send(request);

    assertThat(answer.header("Location"))
        .startsWith(RelyingParty.CALLBACK + "?error=request_not_supported")
        .doesNotContain("elsewhere.example");
  }

  private static String requestObject(Map<String, String> claims) {
    JWTClaimsSet.Builder all = new JWTClaimsSet.Builder();
    claims.forEach(all::claim);
    return new PlainJWT(all.build()).serialize();
  }
}
