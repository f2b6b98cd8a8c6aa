package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import dev.gatehouse.gateway.fixtures.Trips;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RP5, RP7, RP8 and RP9: what a provider says beside the token. */
@QuarkusTest
class ProviderAnswerTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Trips applications;
  @Inject Database database;

  @Test
  void anErrorIsRecognisedAndReflectedToNobody() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);

    Response end =
        alice.comesBack(
            acme.callback()
                + "?error=access_denied&error_description="
                + OpenIdTrips.encoded("AADSTS50105: <script>alert(1)</script>")
                + "&state="
                + alice.state()
                + "&iss="
                + OpenIdTrips.encoded(acme.provider().issuer()));

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_error_returned");
    assertThat(end.body().asString()).doesNotContain("script>alert", "AADSTS");
    assertThat(
            database.texts("select findings::text from sign_in where connection = $1", acme.id()))
        .singleElement()
        .asString()
        .contains("access_denied: AADSTS50105");
  }

  @Test
  void userInfoOfSomebodyElseIsRefused() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider mallory = trips.leave(acme);
    String thin = mallory.token("mallory", it -> it.claim("email", null));

    Response end =
        mallory.comesBack(
            mallory.callback(
                acme.provider()
                    .code(
                        mallory.request(),
                        thin,
                        Map.of("sub", "ceo-1", "email", acme.email("ceo")))));

    assertThat(database.reasonsBehind(end)).contains("oidc_userinfo_mismatch");
    assertThat(database.people(acme.connection())).isEmpty();
  }

  @Test
  void whoseEmailNobodyTellsIsRefused() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    String thin = alice.token("alice", it -> it.claim("email", null));

    Response end =
        alice.comesBack(
            alice.callback(acme.provider().code(alice.request(), thin, Map.of("sub", "alice-1"))));

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_email_missing");
  }

  @Test
  void aDiscoveryDocumentOfAnotherIssuerSendsNobodyAway() {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start().says("issuer", "https://accounts.google.com"));

    assertThat(reasonsWithoutLeaving(acme)).containsExactly("oidc_issuer_mismatch");
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint, file:///etc/passwd, oidc_discovery_failed",
    "token_endpoint, http://user@127.0.0.1/token, oidc_discovery_failed",
    "jwks_uri, ftp://127.0.0.1/jwks, oidc_discovery_failed"
  })
  void anEndpointThatIsNoWebAddressSendsNobodyAway(String name, String address, String reason) {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().says(name, address));

    assertThat(reasonsWithoutLeaving(acme)).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint, http://169.254.169.254/latest/meta-data, oidc_token_request_failed",
    "token_endpoint, http://10.0.0.1/token, oidc_token_request_failed",
    "token_endpoint, http://[::1]:5432/, oidc_token_request_failed",
    "jwks_uri, http://192.168.0.1/jwks, oidc_key_unknown",
    "jwks_uri, http://[::ffff:169.254.169.254]/jwks, oidc_key_unknown"
  })
  void anEndpointInsideANetworkThatIsNotAllowedIsNotAsked(
      String name, String address, String reason) {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().says(name, address));

    Response end = trips.leave(acme).signsIn("alice");

    assertThat(database.reasonsBehind(end)).containsExactly(reason);
    assertThat(
            database.texts("select findings::text from sign_in where connection = $1", acme.id()))
        .singleElement()
        .asString()
        .doesNotContain("s3cret");
  }

  @Test
  void aClientThatTheProviderRefusesIsToldApart() {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start(), Map.of("clientId", "renamed at the provider"));

    Response end = trips.leave(acme).signsIn("alice");

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_client_rejected");
  }

  @Test
  void aSecretSealedForAnotherConnectionIsNotSent() {
    OpenIdConnection other = customers.active(OpenIdProvider.start());
    Object sealed =
        ((Map<?, ?>)
                customers
                    .revision(other, other.connection().customer().revision())
                    .getOrDefault("oidc", Map.of()))
            .get("sealedClientSecret");
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start(), Map.of("sealedClientSecret", sealed));

    Response end = trips.leave(acme).signsIn("alice");

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_client_rejected");
    assertThat(acme.provider().asked("/token")).isZero();
  }

  @Test
  void theSecretTravelsInNoAddress() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);

    alice.signsIn("alice").then().header("Location", containsString("code="));

    assertThat(alice.location().toString()).doesNotContain("s3cret");
    assertThat(acme.provider().tokenRequests().getFirst()).containsEntry("query", "");
  }

  /** The browser stays here, and learns at the usual place that it did not work. */
  private java.util.List<String> reasonsWithoutLeaving(OpenIdConnection connection) {
    var departure = applications.begin(applications.request(connection.email("alice")));
    var browser = new dev.gatehouse.gateway.fixtures.Browser();
    browser.keep(departure.getCookies());
    assertThat(departure.getLocation().getPath()).isEqualTo("/sign-in/continue");
    return database.reasonsBehind(
        browser.get("/sign-in/continue?" + departure.getLocation().getRawQuery()));
  }
}
