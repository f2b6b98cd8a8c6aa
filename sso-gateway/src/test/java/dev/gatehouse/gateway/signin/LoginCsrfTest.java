package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Browser;
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

/** A browser is made to finish a sign-in that it did not start. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class LoginCsrfTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void anotherBrowserGetsNoCodeAndTheRightOneStillDoes() {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);
    Browser victim = new Browser();
    victim
        .postResponse(
            acme, mallory.answer(acme.email("mallory")).signedBy(acme.key()), mallory.relayState())
        .then()
        .statusCode(303);

    Response end = victim.get("/sign-in/continue?attempt=" + mallory.relayState());

    end.then().statusCode(403).body(containsString("browser_mismatch"));
    assertThat(database.codesOf(acme)).isZero();
    mallory.goesOn().then().statusCode(303).header("Location", containsString("code="));
  }

  @Test
  void theCookieOfAnotherAttemptDoesNotDo() {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);
    Away victim = trips.leave(acme);
    String response = mallory.answer(acme.email("mallory")).signedBy(acme.key());
    victim.browser().postResponse(acme, response, mallory.relayState());

    Response end = victim.browser().get("/sign-in/continue?attempt=" + mallory.relayState());

    end.then().statusCode(403).body(containsString("browser_mismatch"));
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void continuingBeforeTheAnswerGivesNothing() {
    TestConnection acme = customers.active();

    trips.leave(acme).goesOn().then().statusCode(409).body(containsString("response_not_received"));
  }

  @Test
  void anAttemptThatNeverWasIsNotKnown() {
    new Browser()
        .get("/sign-in/continue?attempt=sgn_aaaaaaaaaaaaaaaaaaaaaaaaaa")
        .then()
        .statusCode(404)
        .body(containsString("attempt_unknown"));
  }
}
