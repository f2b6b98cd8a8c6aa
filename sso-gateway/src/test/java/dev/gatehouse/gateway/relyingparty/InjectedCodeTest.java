package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** RP4: a code is worth something only to the browser and the attempt that it was issued for. */
@QuarkusTest
class InjectedCodeTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Database database;

  @Test
  void anotherBrowserRedeemsNothingAndSpoilsNothing() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider mallory = trips.leave(acme);
    String callback = mallory.callback(mallory.code(mallory.token("mallory", it -> it)));

    Response victim = new Browser().get(callback);

    victim.then().statusCode(403).body(containsString("browser_mismatch"));
    assertThat(acme.provider().asked("/token")).isZero();
    assertThat(database.codesOf(acme.connection())).isZero();
    mallory.comesBack(callback).then().header("Location", containsString("code="));
  }

  @Test
  void theCookieOfAnotherAttemptDoesNotDo() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider mallory = trips.leave(acme);
    AtProvider victim = trips.leave(acme);
    String callback = mallory.callback(mallory.code(mallory.token("mallory", it -> it)));

    victim.browser().get(callback).then().statusCode(403);

    assertThat(acme.provider().asked("/token")).isZero();
  }

  @Test
  void aStolenCodeFailsAtPkceInTheThiefsOwnAttempt() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider victim = trips.leave(acme);
    String stolen = victim.code(victim.token("alice", it -> it));
    AtProvider thief = trips.leave(acme);

    Response end = thief.comesBack(thief.callback(stolen));

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_token_request_failed");
    assertThat(database.codesOf(acme.connection())).isZero();
  }

  @Test
  void aStolenCodeFailsAtTheNonceWhereTheProviderForgetsPkce() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider victim = trips.leave(acme);
    String stolen =
        acme.provider()
            .code(
                new OpenIdProvider.Grant(
                    victim.request(), victim.token("alice", it -> it), "at-stolen", false),
                Map.of());
    AtProvider thief = trips.leave(acme);

    Response end = thief.comesBack(thief.callback(stolen));

    assertThat(acme.provider().asked("/token")).isEqualTo(1);
    assertThat(database.reasonsBehind(end)).containsExactly("oidc_nonce_mismatch");
  }

  @Test
  void aStateThatNobodySentIsNotLookedAt() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);

    for (String query :
        List.of(
            "code=c",
            "code=c&state=",
            "code=c&state=guessed",
            "code=c&state=" + alice.state() + "&state=" + alice.state())) {
      alice
          .browser()
          .get(acme.callback() + "?" + query)
          .then()
          .statusCode(403)
          .body(containsString("oidc_state_mismatch"));
    }
    assertThat(acme.provider().asked("/token")).isZero();
  }

  @Test
  void twoCodesInOneAnswerAreNone() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    String code = alice.code(alice.token("alice", it -> it));

    Response end = alice.comesBack(alice.callback(code) + "&code=another");

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_error_returned");
    assertThat(acme.provider().asked("/token")).isZero();
  }

  @Test
  void aCallbackThatComesAgainSignsNobodyInAgain() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    String callback = alice.callback(alice.code(alice.token("alice", it -> it)));
    alice.comesBack(callback).then().header("Location", containsString("code="));

    Response again = alice.comesBack(callback);

    again.then().statusCode(409).body(containsString("assertion_replayed"));
    assertThat(acme.provider().asked("/token")).isEqualTo(1);
    assertThat(database.codesOf(acme.connection())).isEqualTo(1);
  }

  @Test
  void concurrentCallbacksRedeemOnceAndGiveOneCode() throws Exception {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    String callback = alice.callback(alice.code(alice.token("alice", it -> it)));
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(_ ->
                  tabs.submit(() -> {
                    start.await();
                    return alice.browser().peek(callback).statusCode();
                  }))
              .toList();
      start.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(303);
      }
    }

    Response end = alice.browser().peek("/sign-in/continue?attempt=" + attemptOf(alice));

    end.then().statusCode(303).header("Location", containsString("code="));
    assertThat(acme.provider().asked("/token")).isEqualTo(1);
    assertThat(database.codesOf(acme.connection())).isEqualTo(1);
  }

  private String attemptOf(AtProvider trip) {
    return database
        .texts("select id from sign_in_attempt where request_id = $1", trip.state())
        .getFirst();
  }
}
