package dev.gatehouse.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The redirect URI of one connection is flooded; whoever signs in with another notices nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
@TestProfile(AcsFloodTest.SmallLimits.class)
class CallbackFloodTest {

  private static final int AT_MOST = 2_000;

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;

  @Test
  void whileOneTenantsRedirectUriIsFloodedAnotherSignsIn() {
    OpenIdConnection noisy = customers.active(OpenIdProvider.start());
    OpenIdConnection quiet = customers.active(OpenIdProvider.start());
    AtProvider mallory = trips.leave(noisy);
    AtProvider alice = trips.leave(quiet);

    Response last;
    int sent = 0;
    do {
      last = mallory.browser().peek(noisy.callback() + "?state=guessed&code=guessed");
      sent++;
    } while (sent < AT_MOST && last.statusCode() == 403);

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertThat(last.body().asString()).contains("too_many_requests");
    alice.signsIn("alice").then().header("Location", containsString("code="));
  }

  @Test
  void whileOneTenantsAnswersAreAllAtWorkAnotherSignsIn() throws Exception {
    OpenIdConnection slow = customers.active(OpenIdProvider.start());
    OpenIdConnection other = customers.active(OpenIdProvider.start());
    List<AtProvider> working =
        Stream.generate(() -> trips.leave(slow)).limit(AcsFloodTest.AT_ONCE).toList();
    AtProvider late = trips.leave(slow);
    AtProvider bob = trips.leave(other);
    CountDownLatch gate = slow.provider().holdsTokenRequests();
    try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          working.stream().map(one -> browsers.submit(() -> callback(one).statusCode())).toList();
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> slow.provider().asked("/token") == working.size());

      callback(late).then().statusCode(503).header("Retry-After", notNullValue());
      bob.signsIn("bob").then().header("Location", containsString("code="));

      gate.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(303);
      }
    }
    late.signsIn("alice").then().header("Location", containsString("code="));
  }

  private static Response callback(AtProvider trip) {
    return trip.browser().peek(trip.callback(trip.code(trip.token("alice", it -> it))));
  }
}
