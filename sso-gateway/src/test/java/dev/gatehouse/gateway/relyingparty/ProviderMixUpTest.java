package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** RP3: a customer's hostile provider gets hold of no code of an honest one. */
@QuarkusTest
class ProviderMixUpTest {

  @Inject OpenIdCustomers customers;
  @Inject Customers samlCustomers;
  @Inject OpenIdTrips trips;
  @Inject Trips samlTrips;
  @Inject Database database;

  @Test
  void aCodeThatArrivesAtAnotherConnectionsAddressIsSentNowhere() {
    OpenIdConnection honest = customers.active(OpenIdProvider.start());
    OpenIdConnection hostile = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(honest);
    String code = alice.code(alice.token("alice", it -> it));

    Response end = alice.comesBack(hostile.callback() + "?" + alice.answer(code));

    assertThat(database.reasonsBehind(end)).containsExactly("connection_mismatch");
    assertThat(honest.provider().asked("/token")).isZero();
    assertThat(hostile.provider().asked("/token")).isZero();
    assertThat(database.codesOf(honest.connection())).isZero();
    assertThat(database.codesOf(hostile.connection())).isZero();
  }

  @Test
  void anAnswerThatNamesAnotherIssuerIsNotRedeemed() {
    OpenIdConnection honest = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(honest);
    String code = alice.code(alice.token("alice", it -> it));

    Response end =
        alice.comesBack(
            honest.callback()
                + "?code="
                + code
                + "&state="
                + alice.state()
                + "&iss=https%3A%2F%2Fevil.example");

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_issuer_mismatch");
    assertThat(honest.provider().asked("/token")).isZero();
  }

  @Test
  void anIssuerThatWasAnnouncedAndIsLeftOutIsMissed() {
    OpenIdConnection honest = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(honest);
    String code = alice.code(alice.token("alice", it -> it));

    Response end = alice.comesBack(honest.callback() + "?code=" + code + "&state=" + alice.state());

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_issuer_mismatch");
    assertThat(honest.provider().asked("/token")).isZero();
  }

  @Test
  void aProviderThatNeverNamesItselfStillSignsPeopleIn() {
    OpenIdConnection acme =
        customers.active(
            OpenIdProvider.start().says("authorization_response_iss_parameter_supported", false));
    AtProvider alice = trips.leave(acme);
    String code = alice.code(alice.token("alice", it -> it));

    alice
        .comesBack(acme.callback() + "?code=" + code + "&state=" + alice.state())
        .then()
        .header("Location", containsString("code="));
  }

  @Test
  void theAttemptOfASamlConnectionIsNotFinishedByACode() {
    TestConnection saml = samlCustomers.active();
    OpenIdConnection hostile = customers.active(OpenIdProvider.start());
    Trips.Away alice = samlTrips.leave(saml);

    alice
        .browser()
        .get(hostile.callback() + "?code=c&state=" + alice.requestId())
        .then()
        .statusCode(303);
    Response end = alice.goesOn();

    assertThat(database.reasonsBehind(end)).containsExactly("connection_mismatch");
    assertThat(hostile.provider().asked("/token")).isZero();
  }

  @Test
  void theSamlAddressOfAnOpenIdConnectionAcceptsNothing() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);

    new Browser()
        .postResponse(acme.connection(), "PHNhbWxwOlJlc3BvbnNlLz4=", "")
        .then()
        .statusCode(403);

    alice.signsIn("alice").then().header("Location", containsString("code="));
  }
}
