package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ExpiredResponseTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @AfterEach
  void itIsNowAgain() {
    RestAssured.delete("/test/clock").then().statusCode(204);
  }

  @Test
  void anOldResponseIsRefusedThoughItsSignatureIsGood() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    answer.issued = Instant.now().minus(Duration.ofMinutes(20));
    answer.authenticated = answer.issued;
    String response = answer.signedBy(acme.key());
    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isTrue();

    Response end = alice.comesBackWith(response);

    assertThat(database.reasonsBehind(end)).containsOnly("expired");
    assertThat(database.reasonsOf(acme)).containsOnly("expired");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void anAnswerToAnAttemptThatTookTooLongIsRefused() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    itIsLaterBy("PT16M");
    IdpResponse answer = alice.answer(acme.email("alice"));
    answer.issued = Instant.now().plus(Duration.ofMinutes(16));
    answer.authenticated = answer.issued;

    Response end = alice.comesBackWith(answer.signedBy(acme.key()));

    assertThat(database.reasonsBehind(end)).containsOnly("attempt_expired");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void aVerdictThatLayAroundForTooLongGivesNoCode() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState());
    itIsLaterBy("PT16M");

    Response end = alice.goesOn();

    assertThat(database.reasonsBehind(end)).containsOnly("attempt_expired");
    assertThat(database.codesOf(acme)).isZero();
  }

  private static void itIsLaterBy(String offset) {
    RestAssured.given()
        .contentType("application/json")
        .body("{\"offset\":\"" + offset + "\"}")
        .put("/test/clock")
        .then()
        .statusCode(204);
  }
}
