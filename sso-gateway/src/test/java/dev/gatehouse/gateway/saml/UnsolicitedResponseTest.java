package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class UnsolicitedResponseTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void aResponseThatNobodyAskedForIsDiscarded() {
    TestConnection acme = customers.active();
    String response = unsolicited(acme);

    Response answer = new Browser().postResponse(acme, response, "");

    answer.then().statusCode(403).body(containsString("idp_initiated"));
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void aRelayStateThatIsNotOursIsNoWayToRedirectAnybody() {
    TestConnection acme = customers.active();
    String response = unsolicited(acme);

    Response answer = new Browser().postResponse(acme, response, "https://evil.example/");

    answer.then().statusCode(403);
    assertThat(answer.body().asString()).doesNotContain("evil.example");
  }

  @Test
  void aResponseWithoutRequestDoesNotPassUnderTheAttemptOfSomebodyElse() {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);

    Response end = mallory.comesBackWith(unsolicited(acme));

    assertThat(database.reasonsBehind(end)).containsOnly("unsolicited");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void whereTheConnectionAllowsItAFreshSignInStartsAtTheApplication() {
    TestConnection acme = customers.active();
    customers.allowIdpInitiated(acme);
    database.initiateLoginAt("https://app.example/login");

    Response answer = new Browser().postResponse(acme, unsolicited(acme), "");

    answer
        .then()
        .statusCode(303)
        .header("Location", startsWith("https://app.example/login?iss="))
        .header("Location", containsString(acme.id().toString()));
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void anUnknownConnectionAnswersCalmly() {
    Response answer =
        new Browser()
            .post("/saml/aaaaaaaaaaaaaaaaaaaaaaaaaa/acs", java.util.Map.of("SAMLResponse", "x"));

    answer.then().statusCode(404).body(containsString("connection_unknown"));
  }

  @Test
  void aMessageLargerThanAnySignInIsNotRead() {
    TestConnection acme = customers.active();

    Response answer = new Browser().postResponse(acme, "A".repeat(450_000), "");

    answer.then().statusCode(413).body(containsString("response_too_large"));
  }

  private static String unsolicited(TestConnection connection) {
    String response =
        IdpResponse.to(connection, "", connection.email("alice")).signedBy(connection.key());
    assertThat(IdpResponse.isValidlySigned(response, connection.key())).isTrue();
    return response;
  }
}
