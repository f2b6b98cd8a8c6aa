package dev.gatehouse.gateway.saml;

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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AssertionReplayTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void theSameResponseSignsNobodyInASecondTime() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    String response = alice.answer(acme.email("alice")).signedBy(acme.key());
    alice.comesBackWith(response);

    Response end = alice.comesBackWith(response);

    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isTrue();
    end.then().statusCode(409).body(containsString("assertion_replayed"));
    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  @Test
  void theSameResponseFitsNoOtherRequest() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    String response = alice.answer(acme.email("alice")).signedBy(acme.key());
    alice.comesBackWith(response);
    Away mallory = trips.leave(acme);

    Response end = mallory.comesBackWith(response);

    assertThat(database.reasonsBehind(end)).containsOnly("in_response_to_mismatch");
    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  @Test
  void anAssertionIdThatWasUsedIsRefusedEvenInAnAnswerToANewRequest() {
    TestConnection acme = customers.active();
    Away first = trips.leave(acme);
    IdpResponse answer = first.answer(acme.email("alice"));
    first.comesBackWith(answer.signedBy(acme.key()));
    Away second = trips.leave(acme);
    IdpResponse replayed = second.answer(acme.email("alice"));
    replayed.assertionId = answer.assertionId;
    String response = replayed.signedBy(acme.key());
    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isTrue();

    Response end = second.comesBackWith(response);

    assertThat(database.reasonsBehind(end)).containsOnly("assertion_replayed");
    assertThat(database.reasonsOf(acme)).containsExactly("assertion_replayed");
    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  @Test
  void ofManyWhoContinueAtOnceOneGetsACode() throws Exception {
    TestConnection acme = customers.active();
    oneOfManyGetsACode(acme);
    assertThat(database.codesOf(acme)).isEqualTo(1);

    // By now she is known, and another statement signs her in.
    oneOfManyGetsACode(acme);
    assertThat(database.codesOf(acme)).isEqualTo(2);
    assertThat(database.people(acme)).hasSize(1);
    // Seven of eight, twice; each has a reference under which the IT admin finds it.
    assertThat(database.reasonsOf(acme)).hasSize(14).containsOnly("assertion_replayed");
  }

  private void oneOfManyGetsACode(TestConnection acme) throws Exception {
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState());

    List<Integer> answers;
    try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> running =
          IntStream.range(0, 8)
              .mapToObj(_ -> tabs.submit(() -> alice.goesOnWithoutKeepingCookies().statusCode()))
              .toList();
      answers = running.stream().map(AssertionReplayTest::get).toList();
    }

    assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
  }

  /** Each attempt is somebody's own, so only the assertion's ID stands between them and a code. */
  @Test
  void ofManyAnswersWithOneAssertionIdAtOnceOneGetsACode() {
    TestConnection acme = customers.active();
    List<Away> aways = Stream.generate(() -> trips.leave(acme)).limit(6).toList();
    for (Away away : aways) {
      IdpResponse answer = away.answer(acme.email("alice"));
      answer.assertionId = "_shared-by-all";
      away.browser().postResponse(acme, answer.signedBy(acme.key()), away.relayState());
    }

    List<Integer> answers;
    try (ExecutorService tabs = Executors.newFixedThreadPool(aways.size())) {
      List<Future<Integer>> running =
          aways.stream().map(away -> tabs.submit(() -> away.goesOn().statusCode())).toList();
      answers = running.stream().map(AssertionReplayTest::get).toList();
    }

    assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 403).hasSize(5);
    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  private static int get(Future<Integer> running) {
    try {
      return running.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
