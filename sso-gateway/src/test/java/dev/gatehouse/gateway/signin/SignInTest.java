package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

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
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SignInTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void somebodyWhoIsSentToTheIdentityProviderComesBackWithACode() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);

    Response end = alice.comesBackWith(alice.answer(acme.email("alice")).signedBy(acme.key()));

    end.then().statusCode(303).header("Referrer-Policy", "no-referrer");
    URI location = URI.create(end.header("Location"));
    assertThat(location.toString()).startsWith(Trips.REDIRECT_URI);
    assertThat(Trips.parameter(location, "state")).isEqualTo("state-1");
    assertThat(Trips.parameter(location, "iss")).isEqualTo("http://localhost:8080");
    assertThat(Trips.parameter(location, "code")).isNotEmpty();
    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  @Test
  void theSamePersonIsRecognisedByIdentityAndNotByEmail() {
    TestConnection acme = customers.active();
    Away first = trips.leave(acme);
    first.comesBackWith(first.answer(acme.email("alice")).signedBy(acme.key()));
    Away second = trips.leave(acme);

    second.comesBackWith(second.answer(acme.email("alice.liddell")).signedBy(acme.key()));

    assertThat(database.people(acme)).containsExactly(acme.email("alice.liddell"));
    assertThat(database.codesOf(acme)).isEqualTo(2);
  }

  @Test
  void aMemberIsLinkedByEmailTheFirstTime() {
    TestConnection acme = customers.active();
    var member =
        customers.member(
            acme, "MembershipGranted", Map.of("email", acme.email("Alice").toUpperCase()));
    Away alice = trips.leave(acme);

    alice.comesBackWith(alice.answer(acme.email("alice")).signedBy(acme.key()));

    assertThat(database.text("select member from authorization_code where connection = $1", acme))
        .isEqualTo(member.toString());
    assertThat(
            database.text(
                "select just_in_time::text from authorization_code where connection = $1", acme))
        .isEqualTo("false");
  }

  @Test
  void anIdentityProviderThatDropsTheRelayStateIsUnderstoodByItsSignedWords() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    String response = alice.answer(acme.email("alice")).signedBy(acme.key());

    Response acs = alice.browser().postResponse(acme, response, "");

    acs.then().statusCode(303).header("Location", containsString(alice.relayState()));
    alice.goesOn().then().statusCode(303).header("Location", containsString("code="));
  }

  @Test
  void aNewSignInIsForcedAndVerified() {
    TestConnection acme = customers.active();
    Away alice =
        trips.leave(acme, trips.request(acme.email("alice"), null, null, Set.of("login"), null));
    var answer = alice.answer(acme.email("alice"));
    answer.authenticated = Instant.now().minusSeconds(3600);

    Response end = alice.comesBackWith(answer.signedBy(acme.key()));

    assertThat(alice.request()).contains("ForceAuthn=\"true\"");
    assertThat(database.reasonsBehind(end)).containsOnly("authentication_too_old");
  }
}
