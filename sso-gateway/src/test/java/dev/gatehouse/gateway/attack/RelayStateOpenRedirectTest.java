package dev.gatehouse.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SP5 and SP2. What comes as RelayState names an attempt of ours or nothing: no address, no header,
 * and no attempt of somebody else whose browser this is not.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RelayStateOpenRedirectTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(document.domain)//evil.example",
        "x\r\nLocation: https://evil.example/",
        "sgn_aaaaaaaaaaaaaaaaaaaaaaaaaa&next=https://evil.example/",
        "../../evil.example"
      })
  void leadsNowhereNotEvenWhereUnsolicitedResponsesAreWelcome(String relayState) {
    TestConnection strict = customers.active();
    leadsNowhere(
        new Browser().postResponse(strict, unsolicited(strict), relayState), "the strict one");
    TestConnection lenient = customers.active();
    customers.allowIdpInitiated(lenient);
    database.initiateLoginAt("https://app.example/login");
    leadsNowhere(
        new Browser().postResponse(lenient, unsolicited(lenient), relayState), "the lenient one");
    assertThat(database.codesOf(strict) + database.codesOf(lenient)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&redirect_uri=https://evil.example/", "#https://evil.example/", "%00"})
  void nothingMayBeAddedToARelayStateOfOurs(String added) {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    String response = alice.answer(acme.email("alice")).signedBy(acme.key());

    leadsNowhere(
        new Browser().postResponse(acme, response, alice.relayState() + added), "with an addition");

    assertThat(database.codesOf(acme)).isZero();
  }

  private static String unsolicited(TestConnection connection) {
    return IdpResponse.to(connection, "", connection.email("alice")).signedBy(connection.key());
  }

  private static void leadsNowhere(Response answer, String which) {
    String location = answer.header("Location");
    assertThat(location == null ? "" : location).as(which).doesNotContain("evil.example");
    assertThat(answer.asString()).as(which).doesNotContain("evil.example");
    assertThat(answer.headers().asList()).as(which).noneMatch(h -> h.getValue().contains("evil"));
  }
}
