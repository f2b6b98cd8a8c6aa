package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Two connections whose identity provider signs with one key: what is meant for one must not pass
 * at the other, and each of the marks that says so suffices alone.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ConnectionConfusionTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void anAssertionForAnotherAudienceIsRefused() {
    TestConnection other = customers.active();
    refused(answer -> answer.audience = other.entityId(), "audience_mismatch");
  }

  @Test
  void anAssertionForAnotherRecipientIsRefused() {
    TestConnection other = customers.active();
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);
    IdpResponse answer = mallory.answer(acme.email("alice"));
    answer.recipient = other.acsUrl();
    String response = signed(answer, acme);

    mallory.comesBackWith(response);

    assertThat(database.reasonsOf(acme))
        .containsExactlyInAnyOrder("destination_mismatch", "recipient_mismatch");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void anAnswerToAnotherRequestIsRefused() {
    refused(answer -> answer.inResponseTo = "_another", "in_response_to_mismatch");
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() {
    TestConnection other = customers.active();
    refused(answer -> answer.issuer = other.idpEntityId(), "issuer_mismatch");
  }

  @Test
  void aResponseForOneConnectionPostedToAnotherIsRefused() {
    TestConnection acme = customers.active();
    TestConnection evil = customers.active();
    Away victim = trips.leave(acme);
    Away mallory = trips.leave(evil);
    String response = signed(victim.answer(acme.email("alice")), acme);

    Response end = mallory.comesBackWith(response);

    end.then().statusCode(403);
    assertThat(database.reasonsOf(evil))
        .contains(
            "issuer_mismatch",
            "audience_mismatch",
            "recipient_mismatch",
            "in_response_to_mismatch",
            "email_domain_not_verified");
    assertThat(database.codesOf(acme) + database.codesOf(evil)).isZero();
  }

  @Test
  void aResponsePostedToTheWrongAddressIsNotJudgedThere() {
    TestConnection acme = customers.active();
    TestConnection evil = customers.active();
    Away victim = trips.leave(acme);
    String response = signed(victim.answer(acme.email("alice")), acme);

    victim.browser().postResponse(evil, response, victim.relayState()).then().statusCode(303);

    assertThat(database.reasonsBehind(victim.goesOn())).containsOnly("connection_mismatch");
    assertThat(database.codesOf(acme) + database.codesOf(evil)).isZero();
  }

  private void refused(Consumer<IdpResponse> change, String reason) {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);
    IdpResponse answer = mallory.answer(acme.email("alice"));
    change.accept(answer);
    String response = signed(answer, acme);

    Response end = mallory.comesBackWith(response);

    end.then().statusCode(403);
    assertThat(database.reasonsOf(acme)).containsOnly(reason);
    assertThat(database.codesOf(acme)).isZero();
  }

  private static String signed(IdpResponse answer, TestConnection connection) {
    String response = answer.signedBy(connection.key());
    assertThat(IdpResponse.isValidlySigned(response, connection.key())).isTrue();
    return response;
  }
}
