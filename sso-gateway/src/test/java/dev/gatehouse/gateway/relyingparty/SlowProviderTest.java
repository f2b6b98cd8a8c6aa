package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlowProviderTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject RelyingPartyConfig config;

  @Test
  void oneCustomersSlowProviderKeepsNobodyElseWaiting() throws Exception {
    OpenIdConnection slow = customers.active(OpenIdProvider.start());
    OpenIdConnection other = customers.active(OpenIdProvider.start());
    AtProvider late = trips.leave(slow);
    AtProvider bob = trips.leave(other);
    List<AtProvider> waiting = new ArrayList<>();
    for (int i = 0; i < config.atOnceForOrganization(); i++) {
      waiting.add(trips.leave(slow));
    }
    CountDownLatch gate = slow.provider().holdsTokenRequests();
    try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          waiting.stream()
              .map(one ->
                  browsers.submit(() ->
                      one.browser()
                          .peek(one.callback(one.code(one.token("alice", it -> it))))
                          .statusCode()))
              .toList();
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> slow.provider().asked("/token") == waiting.size());
      String callback = late.callback(late.code(late.token("alice", it -> it)));

      late.browser()
          .get(callback)
          .then()
          .statusCode(503)
          .header("Retry-After", org.hamcrest.Matchers.notNullValue());
      bob.signsIn("bob").then().header("Location", containsString("code="));

      gate.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(303);
      }
      late.comesBack(callback).then().header("Location", containsString("code="));
    }
  }
}
