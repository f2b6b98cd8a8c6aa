package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One customer's identity provider speaks for people of another. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ForeignDomainTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void anotherCustomersAddressIsRefused() {
    TestConnection acme = customers.active();
    TestConnection victim = customers.active();
    Away mallory = trips.leave(acme);
    String response = mallory.answer(victim.email("ceo")).signedBy(acme.key());
    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isTrue();

    Response end = mallory.comesBackWith(response);

    end.then().statusCode(403);
    assertThat(database.reasonsOf(acme)).containsExactly("email_domain_not_verified");
    assertThat(database.codesOf(acme)).isZero();
    assertThat(database.people(victim)).isEmpty();
  }

  /** {@code OWN} and {@code VICTIM} are the domains of the two customers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ceo@VICTIM@OWN", // which of the two is the domain?
        "\"ceo@VICTIM\"@OWN", // quoted local parts are read differently by different tools
        "ceo@OWN.VICTIM", // ends in somebody else's
        "ceo@xOWN", // merely ends in ours
        "ceo@sub.OWN", // a subdomain is not the domain
        "ceo@VICTIM,mallory@OWN",
        "ceo@VICTIM&#10;@OWN",
        "ceo@VICTIM\u200b@OWN",
        "<ceo@VICTIM>@OWN",
        "mallory@ＯWN"
      })
  void anAddressThatOnlyLooksLikeOursIsRefused(String template) {
    TestConnection acme = customers.active();
    TestConnection victim = customers.active();
    Away mallory = trips.leave(acme);
    String email =
        template
            .replace("OWN", acme.customer().domainName())
            .replace("VICTIM", victim.customer().domainName())
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    String response = mallory.answer(email).signedBy(acme.key());
    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isTrue();

    Response end = mallory.comesBackWith(response);

    end.then().statusCode(403);
    assertThat(database.reasonsOf(acme))
        .containsAnyOf("email_invalid", "email_domain_not_verified")
        .hasSize(1);
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void capitalsInTheDomainAreTheSameDomain() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);

    Response end =
        alice.comesBackWith(
            alice
                .answer("Alice@" + acme.customer().domainName().toUpperCase(java.util.Locale.ROOT))
                .signedBy(acme.key()));

    end.then().statusCode(303).header("Location", containsString("code="));
    assertThat(database.people(acme)).containsExactly("Alice@" + acme.customer().domainName());
  }

  @Test
  void aDomainTakenOffBetweenAnswerAndCodeIsRefused() {
    TestConnection acme = customers.active();
    Away alice = answered(acme);
    customers.takeDomainOff(acme);

    Response end = alice.goesOn();

    assertThat(database.reasonsBehind(end)).containsOnly("email_domain_not_routed");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void aDomainThatSomebodyElseHasWonMeanwhileIsRefused() {
    TestConnection acme = customers.active();
    TestConnection winner = customers.active();
    Away alice = answered(acme);
    customers.domain(
        winner, "DomainVerified", Map.of("name", acme.customer().domainName(), "ownership", 2));

    Response end = alice.goesOn();

    assertThat(database.reasonsBehind(end)).containsOnly("email_domain_not_routed");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void aLapsedDomainKeepsNewPeopleOutAndKnownPeopleIn() {
    TestConnection acme = customers.active();
    Away known = answered(acme);
    known.goesOn().then().statusCode(303).header("Location", containsString("code="));
    customers.domain(acme, "DomainLapsed", Map.of("status", "lapsed", "ownership", 1));
    Away again = answered(acme);
    Away stranger = trips.leave(acme);
    IdpResponse answer = stranger.answer(acme.email("bob"));
    answer.nameId = "bob-1";

    Response end = stranger.comesBackWith(answer.signedBy(acme.key()));

    assertThat(database.reasonsBehind(end)).containsOnly("email_domain_lapsed");
    again.goesOn().then().statusCode(303).header("Location", containsString("code="));
    assertThat(database.people(acme)).containsExactly(acme.email("alice"));
  }

  private Away answered(TestConnection connection) {
    Away alice = trips.leave(connection);
    alice
        .browser()
        .postResponse(
            connection,
            alice.answer(connection.email("alice")).signedBy(connection.key()),
            alice.relayState())
        .then()
        .statusCode(303);
    return alice;
  }
}
