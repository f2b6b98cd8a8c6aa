package dev.gatehouse.gateway.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Customers who moved in post to one address; one of them, or a stranger, floods it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
@TestProfile(AcsFloodTest.SmallLimits.class)
class SharedAcsFloodTest {

  private static final String PATH = "/vendor/saml/acs";
  private static final int AT_MOST = 2_000;

  @Inject Customers customers;
  @Inject Trips trips;

  private static Response post(String sender, String samlResponse, String relayState) {
    return given()
        .redirects()
        .follow(false)
        .header("X-Forwarded-For", sender)
        .contentType("application/x-www-form-urlencoded")
        .formParam("SAMLResponse", samlResponse)
        .formParam("RelayState", relayState)
        .post(PATH);
  }

  private TestConnection movedIn(String name) {
    return customers.movedIn("https://auth.vendor.example" + PATH, "urn:vendor:" + name);
  }

  @Test
  void whileOneTenantFloodsTheSharedAddressAnotherSignsIn() {
    TestConnection noisy = movedIn("noisy");
    TestConnection quiet = movedIn("quiet");
    Away victim = trips.leave(noisy);
    // Validly signed and yet nobody's: each of them costs a whole judgement.
    String answer = IdpResponse.to(noisy, "_another", noisy.email("x")).signedBy(noisy.key());
    assertThat(IdpResponse.isValidlySigned(answer, noisy.key())).isTrue();

    Response last;
    int sent = 0;
    do {
      // Every time from elsewhere, so that it is the tenant that is too loud.
      last = post("198.51.100." + sent % 250, answer, victim.relayState());
      sent++;
    } while (sent < AT_MOST && last.statusCode() == 303);

    assertThat(sent).isGreaterThan(AcsFloodTest.BURST);
    assertThat(last.statusCode()).isEqualTo(503);
    assertThat(last.header("Retry-After")).isNotNull();
    signsIn(quiet, "198.51.100.1");
  }

  @Test
  void whileASenderFloodsTheSharedAddressOthersSignIn() {
    TestConnection acme = movedIn("acme");

    Response last;
    int sent = 0;
    do {
      last = post("203.0.113.66", "bm90aGluZw==", "sgn_nobody");
      sent++;
    } while (sent < AT_MOST && last.statusCode() == 403);

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body().asString()).contains("too_many_requests");
    signsIn(acme, "203.0.113.7");
  }

  @Test
  void aMegabyteIsRefusedThereAsWell() {
    post("203.0.113.8", "A".repeat(500_000), "sgn_nobody").then().statusCode(413);
  }

  private void signsIn(TestConnection connection, String sender) {
    Away alice = trips.leave(connection);
    post(
            sender,
            alice.answer(connection.email("alice")).signedBy(connection.key()),
            alice.relayState())
        .then()
        .statusCode(303);
    alice.goesOn().then().statusCode(303).header("Location", containsString("code="));
  }
}
