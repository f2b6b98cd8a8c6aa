package dev.gatehouse.gateway.logout;

import static dev.gatehouse.gateway.logout.RpInitiatedLogoutTest.logout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.IdpLogout;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.LogoutExpectations;
import dev.gatehouse.saml.LogoutSubject;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.UnverifiedLogout;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the application to the identity provider, and back, whatever comes back. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SingleLogoutTest {

  private static final String IDP_SLO = "https://idp.example/slo";
  private static final String HOME = "https://app.example/bye?state=s1";
  private static final Map<String, String> SPEAKS_IT = Map.of("sloUrl", IDP_SLO);

  @Inject Customers customers;
  @Inject SamlServiceProvider saml;

  /** A browser that is at the identity provider to sign out. */
  private record Away(TestConnection connection, URI location, String requestId) {
    String relayState() {
      return Trips.parameter(location, "RelayState");
    }
  }

  private static Response leave(Session session) {
    return logout(
        Map.of(
            "id_token_hint", session.idToken(),
            "post_logout_redirect_uri", "https://app.example/bye",
            "state", "s1"));
  }

  private Away away() {
    TestConnection acme = customers.active(SPEAKS_IT);
    Response response = leave(RpInitiatedLogoutTest.product(Map.of()).signIn(acme, "alice"));
    response.then().statusCode(303);
    URI location = URI.create(response.header("Location"));
    assertThat(location.toString()).startsWith(IDP_SLO + "?SAMLRequest=");
    return new Away(acme, location, asTheIdentityProvider(acme, location).id());
  }

  /** Reads it as strictly as we read ours, with the key of our metadata. */
  private LogoutVerdict.Request asTheIdentityProvider(TestConnection connection, URI location) {
    var expected =
        new LogoutExpectations(
            IDP_SLO,
            connection.entityId(),
            List.of(IdpCertificate.of(IdpKey.named("sp").certificate())),
            Policy.STRICT,
            List.of(),
            Duration.ofMinutes(1),
            Optional.empty());
    var verdict =
        saml.judgeLogout(
            UnverifiedLogout.fromQuery(location.getRawQuery()), expected, Instant.now());
    assertThat(verdict).isInstanceOf(LogoutVerdict.Request.class);
    return (LogoutVerdict.Request) verdict;
  }

  private static Response back(TestConnection connection, String query) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .get("/saml/" + connection.bare() + "/slo?" + query);
  }

  private static void isHome(Response response) {
    response.then().statusCode(303);
    assertThat(response.header("Location")).isEqualTo(HOME);
  }

  @Test
  void theIdentityProviderIsAskedToEndTheVerySession() {
    TestConnection acme = customers.active(SPEAKS_IT);
    Response response = leave(RpInitiatedLogoutTest.product(Map.of()).signIn(acme, "alice"));

    var request = asTheIdentityProvider(acme, URI.create(response.header("Location")));

    assertThat(request.subject())
        .isEqualTo(
            new LogoutSubject(
                "alice-1",
                Optional.of("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
                List.of("_s1")));
  }

  @Test
  void theBrowserComesHomeByEitherBinding() {
    Away away = away();
    String answer = IdpLogout.at(away.connection()).response(away.requestId());

    isHome(
        back(
            away.connection(),
            IdpLogout.redirected(
                "SAMLResponse", answer, away.relayState(), away.connection().key())));
    isHome(
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParam("SAMLResponse", IdpLogout.posted(answer, away.connection().key()))
            .formParam("RelayState", away.relayState())
            .post("/saml/" + away.connection().bare() + "/slo"));
  }

  @Test
  void aSignedAnswerFindsTheWayHomeWithoutRelayState() {
    Away away = away();
    String answer = IdpLogout.at(away.connection()).response(away.requestId());

    isHome(
        back(
            away.connection(),
            IdpLogout.redirected("SAMLResponse", answer, "", away.connection().key())));
    // An unsigned one could name any trip.
    back(away.connection(), IdpLogout.unsigned("SAMLResponse", answer, "")).then().statusCode(200);
  }

  @Test
  void aFailedLogoutNeverKeepsAnybodyFromLeaving() {
    Away away = away();
    TestConnection acme = away.connection();
    IdpLogout failed = IdpLogout.at(acme);
    failed.status = "Responder";
    String refusal = failed.response(away.requestId());
    String other = IdpLogout.at(acme).response("_another");
    String state = away.relayState();

    isHome(back(acme, IdpLogout.redirected("SAMLResponse", refusal, state, acme.key())));
    isHome(back(acme, IdpLogout.redirected("SAMLResponse", other, state, acme.key())));
    isHome(back(acme, IdpLogout.unsigned("SAMLResponse", refusal, state)));
    isHome(
        back(acme, IdpLogout.redirected("SAMLResponse", other, state, IdpKey.named("attacker"))));
    isHome(back(acme, "SAMLResponse=%25%25%25&RelayState=" + state));
    isHome(back(customers.active(), IdpLogout.unsigned("SAMLResponse", refusal, state)));
  }

  @Test
  void aRelayStateOfNobodyLeadsNowhere() {
    TestConnection acme = customers.active(SPEAKS_IT);

    Response page =
        back(
            acme,
            IdpLogout.unsigned(
                "SAMLResponse", IdpLogout.at(acme).response("_x"), "https://evil.example/"));

    page.then().statusCode(200);
    assertThat(page.header("Location")).isNull();
  }

  @Test
  void aRequestMayHaveToBePosted() {
    TestConnection acme = customers.active(Map.of("sloUrl", IDP_SLO, "sloBinding", "post"));

    Response page = leave(RpInitiatedLogoutTest.product(Map.of()).signIn(acme, "alice"));

    page.then().statusCode(200);
    assertThat(page.asString()).contains("action=\"" + IDP_SLO + "\"", "name=\"RelayState\"");
    var field = Pattern.compile("name=\"SAMLRequest\" value=\"([^\"]+)\"").matcher(page.asString());
    assertThat(field.find()).isTrue();
    var verdict =
        saml.judgeLogout(
            UnverifiedLogout.requestFromForm(
                field.group(1).replace("&#43;", "+").replace("&#61;", "=")),
            new LogoutExpectations(
                IDP_SLO,
                acme.entityId(),
                List.of(IdpCertificate.of(IdpKey.named("sp").certificate())),
                Policy.STRICT,
                List.of(),
                Duration.ofMinutes(1),
                Optional.empty()),
            Instant.now());
    assertThat(verdict).isInstanceOf(LogoutVerdict.Request.class);
  }

  @Test
  void googleIsNeverAsked() {
    TestConnection acme = customers.active(SPEAKS_IT);
    Session alice = RpInitiatedLogoutTest.product(Map.of()).signIn(acme, "alice");
    customers.provider(acme, "google-workspace");

    isHome(leave(alice));
  }

  @Test
  void withoutALogoutAddressTheWayHomeIsShort() {
    isHome(leave(RpInitiatedLogoutTest.product(Map.of()).signIn(customers.active(), "alice")));
  }
}
