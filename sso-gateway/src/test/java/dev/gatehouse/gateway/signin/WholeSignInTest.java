package dev.gatehouse.gateway.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From the application to the identity provider and back to the application's tokens. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class WholeSignInTest {

  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Inject Customers customers;
  @Inject ObjectMapper json;

  @Test
  void endsWithTokensThatNameThePerson() throws JsonProcessingException {
    TestConnection acme = customers.active();
    Response application =
        given()
            .auth()
            .oauth2(AdminTokens.operator())
            .contentType("application/json")
            .body("{\"name\":\"Demo\",\"redirectUris\":[\"" + Trips.REDIRECT_URI + "\"]}")
            .post("/v1/applications");
    Browser browser = new Browser();

    Response sentAway = browser.get(authorize(application.path("id"), acme.email("alice")));
    Away alice = Trips.away(acme, browser, URI.create(sentAway.header("Location")));
    Response end = alice.comesBackWith(alice.answer(acme.email("alice")).signedBy(acme.key()));
    String code = Trips.parameter(URI.create(end.header("Location")), "code");
    Response tokens = redeem(application, code);

    tokens.then().statusCode(200);
    JsonNode claims = claims(tokens.path("id_token"));
    assertThat(claims.path("email").asText()).isEqualTo(acme.email("alice"));
    assertThat(claims.path("email_verified").asBoolean()).isTrue();
    assertThat(claims.path("sub").asText()).startsWith("per_");
    assertThat(claims.path("idp").path("subject").asText()).isEqualTo("alice-1");
    assertThat(claims.path("idp").path("issuer").asText()).isEqualTo(acme.idpEntityId());
    assertThat(claims.path("connection").path("id").asText()).isEqualTo(acme.id().toString());
    redeem(application, code).then().statusCode(400);
    JsonNode event = json.readTree(told(acme).getFirst().data());
    assertThat(event.path("justInTime").asBoolean()).isTrue();
    assertThat(event.path("person").asText()).isEqualTo(claims.path("sub").asText());
    assertThat(EventContracts.violations("sign-in", event.toString())).isEmpty();
  }

  @Test
  void aFailureIsTold() throws JsonProcessingException {
    TestConnection acme = customers.active();
    Response application =
        given()
            .auth()
            .oauth2(AdminTokens.operator())
            .contentType("application/json")
            .body("{\"name\":\"Demo\",\"redirectUris\":[\"" + Trips.REDIRECT_URI + "\"]}")
            .post("/v1/applications");
    Browser browser = new Browser();
    Response sentAway = browser.get(authorize(application.path("id"), acme.email("alice")));
    Away mallory = Trips.away(acme, browser, URI.create(sentAway.header("Location")));

    mallory.comesBackWith(mallory.answer("ceo@elsewhere.example").signedBy(acme.key()));

    Topic.Seen told = told(acme).getFirst();
    assertThat(told.event()).isEqualTo("SignInFailed");
    assertThat(EventContracts.violations("sign-in", told.data())).isEmpty();
    JsonNode event = json.readTree(told.data());
    assertThat(event.path("reasons").get(0).asText()).isEqualTo("email_domain_not_verified");
    assertThat(event.path("application").asText()).isEqualTo(application.path("id"));
    assertThat(told.data()).doesNotContain("elsewhere.example");
  }

  private static String authorize(String client, String loginHint) {
    return "/oauth2/authorize?response_type=code&scope=openid%20email&state=s&nonce=n"
        + "&code_challenge_method=S256&code_challenge="
        + CHALLENGE
        + "&client_id="
        + client
        + "&redirect_uri="
        + URLEncoder.encode(Trips.REDIRECT_URI, StandardCharsets.UTF_8)
        + "&login_hint="
        + URLEncoder.encode(loginHint, StandardCharsets.UTF_8);
  }

  private static Response redeem(Response application, String code) {
    return given()
        .auth()
        .preemptive()
        .basic(application.path("clientId"), application.path("clientSecret"))
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code)
        .formParam("redirect_uri", Trips.REDIRECT_URI)
        .formParam("code_verifier", VERIFIER)
        .post("/oauth2/token");
  }

  private JsonNode claims(String token) throws JsonProcessingException {
    String payload = token.split("\\.")[1];
    return json.readTree(
        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }

  private static List<Topic.Seen> told(TestConnection connection) {
    String organization = connection.customer().organization().toString();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Topic.of("gatehouse.sign-ins").events().stream()
                    .filter(event -> event.key().equals(organization))
                    .toList(),
            events -> !events.isEmpty());
  }
}
