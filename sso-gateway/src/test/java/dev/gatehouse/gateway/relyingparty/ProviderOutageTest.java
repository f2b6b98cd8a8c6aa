package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.clock.MovableClock;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider is down, or says nothing: what holds meanwhile, and for how long. */
@QuarkusTest
@TestProfile(ProviderOutageTest.Impatient.class)
class ProviderOutageTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Database database;
  @Inject Clock clock;
  @Inject RelyingPartyConfig config;

  /** A deadline that a test can wait for, and a clock that it need not. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("gatehouse.oidc.deadline", "PT0.5S", "gatehouse.clock.movable", "true");
    }
  }

  @AfterEach
  void now() {
    later(Duration.ZERO);
  }

  private void later(Duration offset) {
    ((MovableClock) clock).shiftTo(offset);
  }

  private Response signsInLater(OpenIdConnection connection, Duration offset) {
    later(offset);
    return trips.leave(connection).signsIn("alice");
  }

  @Test
  void keysServeForADayWhileTheProviderIsDownAndNoLonger() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    trips.leave(acme).signsIn("alice").then().header("Location", containsString("code="));
    acme.provider().keysAreDown();

    signsInLater(acme, Duration.ofHours(23)).then().header("Location", containsString("code="));

    assertThat(database.reasonsBehind(signsInLater(acme, Duration.ofHours(25))))
        .containsExactly("oidc_key_unknown");
    assertThat(acme.provider().asked("/jwks")).isGreaterThan(2);
  }

  @Test
  void itsConfigurationServesForADayWhileTheProviderIsDownAndNoLonger() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    trips.leave(acme).signsIn("alice").then().header("Location", containsString("code="));
    acme.provider().discoveryIsDown();

    signsInLater(acme, Duration.ofHours(23)).then().header("Location", containsString("code="));

    later(Duration.ofHours(25));
    assertThat(database.reasonsBehind(trips.beginAndFail(acme)))
        .containsExactly("oidc_discovery_failed");
  }

  @Test
  void aProviderThatSaysNothingIsGivenUp() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    CountDownLatch gate = acme.provider().holdsTokenRequests();

    Response end = alice.signsIn("alice");
    gate.countDown();

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_token_request_failed");
    assertThat(database.codesOf(acme.connection())).isZero();
    // The fetch has a patience of its own, under the same reason; this is the deadline's.
    assertThat(
            database.texts(
                "select findings::text from sign_in where connection = $1", acme.connection().id()))
        .singleElement(STRING)
        .contains("an answer within " + config.deadline().toSeconds() + " seconds");
    assertThat(config.deadline()).isEqualTo(Duration.ofMillis(500));
  }
}
