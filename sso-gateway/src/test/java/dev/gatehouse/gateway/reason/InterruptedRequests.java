package dev.gatehouse.gateway.reason;

import static io.restassured.RestAssured.given;

import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.IdpLogout;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.IdKind;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests that end no attempt; a new interruption does not compile without one. */
@ApplicationScoped
class InterruptedRequests {

  private final Customers customers;
  private final OpenIdCustomers openIdCustomers;
  private final Trips trips;
  private final TestRuns testRuns;

  InterruptedRequests(
      Customers customers, OpenIdCustomers openIdCustomers, Trips trips, TestRuns testRuns) {
    this.customers = customers;
    this.openIdCustomers = openIdCustomers;
    this.trips = trips;
    this.testRuns = testRuns;
  }

  /** The page that a request gets which is refused for this reason. */
  String provoke(Interruption why) {
    return switch (why) {
      case APPLICATION_UNKNOWN ->
          get("/oauth2/authorize?client_id=" + Published.id(IdKind.APPLICATION));
      case REDIRECT_URI_UNREGISTERED ->
          get(
              "/oauth2/authorize?redirect_uri=https%3A%2F%2Fevil.example%2F&client_id="
                  + Product.register(Map.of()).id());
      case REQUEST_EXPIRED -> get("/sign-in?request=nobodys");
      case LOGOUT_UNSIGNED -> {
        TestConnection acme = customers.active();
        yield logout(
            acme, IdpLogout.unsigned("SAMLRequest", IdpLogout.at(acme).request(), "relay"));
      }
      case LOGOUT_REFUSED -> {
        TestConnection acme = customers.active();
        yield logout(
            acme,
            IdpLogout.redirected(
                "SAMLRequest", IdpLogout.at(acme).request(), "relay", IdpKey.named("attacker")));
      }
      case ATTEMPT_UNKNOWN -> get("/sign-in/continue?attempt=" + Published.id(IdKind.SIGN_IN));
      case BROWSER_MISMATCH -> get("/sign-in/continue?attempt=" + away().relayState());
      case RESPONSE_NOT_RECEIVED -> text(away().goesOn());
      case ASSERTION_REPLAYED -> reloaded();
      case CONNECTION_UNKNOWN ->
          text(
              given()
                  .contentType("application/x-www-form-urlencoded")
                  .formParam("SAMLResponse", "PHNhbWxwOlJlc3BvbnNlLz4=")
                  .post("/saml/{nobodys}/acs", Published.id(IdKind.CONNECTION).bare()));
      case RESPONSE_TOO_LARGE -> chunked("SAMLResponse=" + "A".repeat(450_000));
      case IDP_INITIATED ->
          text(new Browser().postResponse(customers.active(), "PHNhbWxwOlJlc3BvbnNlLz4=", ""));
      case TEST_RUN_UNKNOWN -> get("/test-runs/" + Published.id(IdKind.TEST_RUN) + "?ticket=x");
      case TEST_RUN_SETTINGS_LATE -> late();
      case TEST_RUN_NOT_TESTABLE ->
          text(testRuns.get(testRuns.create(customers.active(), Published.id(IdKind.REVISION))));
      case TEST_RUN_STARTED -> {
        TestConnection acme = customers.active();
        TestRuns.Run run = testRuns.create(acme, acme.customer().revision());
        testRuns.open(run);
        yield text(testRuns.get(run));
      }
      case OIDC_STATE_MISMATCH ->
          get(openIdCustomers.active(OpenIdProvider.start()).callback() + "?code=c&state=guessed");
    };
  }

  private static String logout(TestConnection connection, String query) {
    return text(
        given().urlEncodingEnabled(false).get("/saml/" + connection.bare() + "/slo?" + query));
  }

  private String late() {
    TestConnection acme = customers.active();
    TestRuns.Run run = testRuns.createAhead(acme, acme.customer().revision());
    given()
        .contentType("application/json")
        .body(Map.of("offset", "PT1M"))
        .put("/test/clock")
        .then()
        .statusCode(204);
    try {
      return text(testRuns.get(run));
    } finally {
      given().delete("/test/clock").then().statusCode(204);
    }
  }

  private Away away() {
    return trips.leave(customers.active());
  }

  private String reloaded() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    alice.comesBackWith(alice.answer(acme.email("alice")).signedBy(acme.key()));
    return text(alice.goesOn());
  }

  private static String get(String path) {
    return text(new Browser().get(path));
  }

  private static String text(Response response) {
    return response.body().asString();
  }

  /** Its length is not told beforehand, so it cannot be refused unread. */
  private String chunked(String form) {
    TestConnection acme = customers.active();
    try (Socket socket = new Socket("127.0.0.1", io.restassured.RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /saml/%s/acs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      + "Content-Type: application/x-www-form-urlencoded\r\n"
                      + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n")
                  .formatted(acme.bare(), form.length(), form)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
