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
import org.junit.jupiter.api.Test;

/** The identity provider passes on people of two user stores, who choose their names themselves. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class QualifiedSubjectTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void aNameOfAnotherUserStoreOpensNobodysAccount() {
    TestConnection acme = customers.active();
    signIn(acme, "alice", acme.idpEntityId());

    Response mallory = signIn(acme, "mallory", "https://store.evil.example");

    mallory.then().statusCode(303).header("Location", containsString("code="));
    assertThat(database.people(acme)).containsExactly(acme.email("alice"), acme.email("mallory"));
    signIn(acme, "alice", "").then().statusCode(303);
    assertThat(database.people(acme)).containsExactly(acme.email("alice"), acme.email("mallory"));
  }

  /** Both are called alice-1 where they come from. */
  private Response signIn(TestConnection acme, String name, String store) {
    Away away = trips.leave(acme);
    IdpResponse answer = away.answer(acme.email(name));
    answer.nameQualifier = store;
    String response = answer.signedBy(acme.key());
    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isTrue();
    return away.comesBackWith(response);
  }
}
