package dev.gatehouse.gateway.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A test sign-in is used as a real one, or the other way round. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class TestRunAsLoginTest {

  @Inject Customers customers;
  @Inject TestRuns testRuns;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void theAnswerToATestDoesNotPassAsTheAnswerToASignIn() {
    TestConnection acme = customers.active();
    Away test = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    Away mallory = trips.leave(acme);
    String response = signed(test.answer(acme.email("ceo")), acme);

    Response end = mallory.comesBackWith(response);

    assertThat(database.reasonsBehind(end)).containsOnly("in_response_to_mismatch");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void anAssertionSeenInATestIsUsedUp() {
    TestConnection acme = customers.active();
    Away test = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    IdpResponse tested = test.answer(acme.email("admin"));
    test.comesBackWith(signed(tested, acme));
    Away mallory = trips.leave(acme);
    IdpResponse replayed = mallory.answer(acme.email("admin"));
    replayed.assertionId = tested.assertionId;

    Response end = mallory.comesBackWith(signed(replayed, acme));

    assertThat(database.reasonsBehind(end)).containsOnly("assertion_replayed");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void theAnswerToASignInDoesNotPassATest() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    Away test = testRuns.open(testRuns.create(acme, acme.customer().revision()));

    Response page = test.comesBackWith(signed(alice.answer(acme.email("alice")), acme));

    page.then()
        .statusCode(200)
        .body(containsString("The test sign-in failed"))
        .body(containsString("in_response_to_mismatch"));
  }

  @Test
  void aTestOfAConnectionThatIsNotLiveSignsNobodyIn() {
    TestConnection acme = customers.active();
    Away test = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    customers.deactivate(acme);

    Response page = test.comesBackWith(signed(test.answer(acme.email("admin")), acme));

    page.then().statusCode(200);
    assertThat(page.header("Location")).isNull();
    assertThat(database.codesOf(acme)).isZero();
    assertThat(database.people(acme)).isEmpty();
  }

  @Test
  void theReportIsForTheBrowserThatRanTheTest() {
    TestConnection acme = customers.active();
    Away test = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    test.comesBackWith(signed(test.answer(acme.email("admin")), acme));

    Response page =
        new dev.gatehouse.gateway.fixtures.Browser()
            .get("/sign-in/continue?attempt=" + test.relayState());

    page.then().statusCode(403).body(containsString("browser_mismatch"));
    assertThat(page.body().asString()).doesNotContain(acme.email("admin"));
  }

  private static String signed(IdpResponse answer, TestConnection connection) {
    String response = answer.signedBy(connection.key());
    assertThat(IdpResponse.isValidlySigned(response, connection.key())).isTrue();
    return response;
  }
}
