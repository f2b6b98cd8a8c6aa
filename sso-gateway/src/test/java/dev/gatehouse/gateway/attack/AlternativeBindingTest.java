package dev.gatehouse.gateway.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CR10. A good response comes by a way on which fewer checks might wait. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AlternativeBindingTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void aResponseInTheQueryIsNotTaken() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);

    Response answer =
        given()
            .queryParam("SAMLResponse", alice.answer(acme.email("alice")).signedBy(acme.key()))
            .queryParam("RelayState", alice.relayState())
            .get("/saml/{connection}/acs", acme.bare());

    isNotTaken(answer, alice, acme);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml",
        "application/soap+xml",
        "application/vnd.paos+xml",
        "application/json"
      })
  void aResponseInAnotherEnvelopeIsNotTaken(String contentType) {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);

    Response answer =
        given()
            .contentType(contentType)
            .body(
                "SAMLResponse="
                    + alice.answer(acme.email("alice")).signedBy(acme.key())
                    + "&RelayState="
                    + alice.relayState())
            .post("/saml/{connection}/acs", acme.bare());

    isNotTaken(answer, alice, acme);
  }

  @Test
  void anArtifactIsNotResolved() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);

    Response answer =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParam("SAMLart", "AAQAAMFbLinlXaCM+FIxiDwGOLAy2T71gbpO7ZhNzAgEANlB90ECfpNEVLg=")
            .formParam("RelayState", alice.relayState())
            .post("/saml/{connection}/acs", acme.bare());

    answer.then().statusCode(303);
    assertThat(database.reasonsBehind(alice.goesOn())).isNotEmpty();
    assertThat(database.codesOf(acme)).isZero();
  }

  private void isNotTaken(Response answer, Away alice, TestConnection acme) {
    assertThat(answer.statusCode()).isIn(404, 405, 414, 415);
    alice.goesOn().then().statusCode(409);
    assertThat(database.codesOf(acme)).isZero();
  }
}
