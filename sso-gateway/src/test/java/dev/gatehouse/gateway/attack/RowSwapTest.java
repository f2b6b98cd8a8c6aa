package dev.gatehouse.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.projection.KnownWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * SE1. Somebody who can write to the database, but has no key, puts a sealed value where another
 * one belongs.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RowSwapTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;
  @Inject KnownWorld world;
  @Inject Pool pool;

  @Test
  void theVerdictOnSomebodyElsesAnswerOpensForNobody() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState());
    Away mallory = trips.leave(acme);
    pool.preparedQuery(
            """
            update sign_in_attempt set accepted = true, judged_at = created_at,
              verdict = (select verdict from sign_in_attempt where id = $1)
            where id = $2
            """)
        .execute(Tuple.of(alice.relayState(), mallory.relayState()))
        .await()
        .atMost(Duration.ofSeconds(10));

    Response end = mallory.goesOn();

    end.then().statusCode(500).body(containsString("internal_error"));
    assertThat(database.codesOf(acme)).isZero();
    alice.goesOn().then().statusCode(303).header("Location", containsString("code="));
  }

  /** The key has been opened where it belongs, so it lies in memory when it is asked for again. */
  @Test
  void theSigningKeyOfAnotherConnectionSignsNothingHere() {
    TestConnection acme = customers.active(Map.of("signRequests", true));
    assertThat(trips.leave(acme).location().getRawQuery()).contains("Signature=");
    TestConnection evil = customers.active(Map.of("signRequests", true));
    TestConnection swapped =
        new TestConnection(evil.customer(), evil.key(), evil.settings(), acme.spKeys());
    customers.publishLive(swapped);

    var answer = trips.begin(trips.request(evil.email("eve")));

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getLocation()).isNull();
  }
}
