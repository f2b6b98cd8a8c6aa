package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class TamperedResponseTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void aValueChangedAfterSigningIsRefused() {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);
    String response =
        mallory
            .answer(acme.email("mallory"))
            .tamperedAfterSigning(acme.key(), acme.email("mallory"), acme.email("ceo"));
    assertThat(IdpResponse.isValidlySigned(response, acme.key())).isFalse();

    Response end = mallory.comesBackWith(response);

    end.then().statusCode(403).body(containsString("can see why under reference"));
    assertThat(database.reasonsBehind(end)).containsExactly("digest_mismatch");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void aSignatureOfAnyOtherKeyIsRefused() {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);
    IdpKey foreign = IdpKey.named("mallory's own");
    String response = mallory.answer(acme.email("ceo")).signedBy(foreign);
    assertThat(IdpResponse.isValidlySigned(response, foreign)).isTrue();

    Response end = mallory.comesBackWith(response);

    assertThat(database.reasonsBehind(end)).containsOnly("signature_invalid");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void garbageIsRefusedWithTheSamePage() {
    TestConnection acme = customers.active();
    Away mallory = trips.leave(acme);

    Response end = mallory.comesBackWith("bm90IHhtbA==");

    end.then().statusCode(403).body(containsString("We could not sign you in"));
    assertThat(end.body().asString())
        .doesNotContain("Exception")
        .doesNotContain("<?xml")
        .doesNotContain("samlp");
  }

  @Test
  void whatWasAcceptedIsNotReplacedByWhatComesLater() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState());

    alice.browser().postResponse(acme, "bm90IHhtbA==", alice.relayState());

    alice.goesOn().then().statusCode(303).header("Location", containsString("code="));
  }
}
