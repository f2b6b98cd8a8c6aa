package dev.gatehouse.gateway.saml;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Customers who moved in from another vendor keep that vendor's addresses, which are the same for
 * all of them: what keeps them apart is the stored request alone.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SharedAcsTest {

  private static final String PATH = "/vendor/saml/acs";
  private static final String ACS = "https://auth.vendor.example" + PATH;

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  private TestConnection movedIn(String name) {
    return customers.movedIn(ACS, "urn:vendor:" + name);
  }

  private static Response post(String path, String samlResponse, String relayState) {
    RequestSpecification form =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParam("SAMLResponse", samlResponse);
    return (relayState.isEmpty() ? form : form.formParam("RelayState", relayState)).post(path);
  }

  private static String signed(IdpResponse answer, IdpKey key) {
    String response = answer.signedBy(key);
    assertThat(IdpResponse.isValidlySigned(response, key)).isTrue();
    return response;
  }

  @Test
  void aCustomerWhoMovedInSignsInAtTheOldAddress() {
    TestConnection acme = movedIn("acme");
    Away alice = trips.leave(acme);
    assertThat(alice.request())
        .contains("AssertionConsumerServiceURL=\"" + ACS + "\"", ">urn:vendor:acme<");

    Response acs =
        post(PATH, signed(alice.answer(acme.email("alice")), acme.key()), alice.relayState());

    acs.then().statusCode(303);
    assertThat(acs.header("Location"))
        .isEqualTo("http://localhost:8080/sign-in/continue?attempt=" + alice.relayState());
    assertThat(alice.goesOn().header("Location")).startsWith(Trips.REDIRECT_URI + "?code=");
  }

  /** Both identity providers sign with one key here: the request alone says whose answer it is. */
  @Test
  void aResponseForOneConnectionWithTheRequestOfAnotherIsRefused() {
    TestConnection acme = movedIn("acme");
    TestConnection evil = movedIn("evil");
    Away victim = trips.leave(acme);
    Away mallory = trips.leave(evil);
    String response = signed(victim.answer(acme.email("alice")), acme.key());

    post(PATH, response, mallory.relayState()).then().statusCode(303);

    mallory.goesOn().then().statusCode(403);
    assertThat(database.reasonsOf(evil))
        .contains("issuer_mismatch", "audience_mismatch", "in_response_to_mismatch");
    assertThat(database.codesOf(acme) + database.codesOf(evil)).isZero();
  }

  @Test
  void aResponseOfAnotherConnectionWithTheRequestOfTheVictimIsRefused() {
    TestConnection acme = movedIn("acme");
    TestConnection evil = movedIn("evil");
    Away victim = trips.leave(acme);
    IdpResponse forged = IdpResponse.to(evil, victim.requestId(), acme.email("ceo"));

    post(PATH, signed(forged, evil.key()), victim.relayState()).then().statusCode(303);

    victim.goesOn().then().statusCode(403);
    assertThat(database.reasonsOf(acme)).containsOnly("issuer_mismatch", "audience_mismatch");
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void anUnsolicitedResponseIsDiscardedUnread() {
    TestConnection acme = movedIn("acme");
    customers.allowIdpInitiated(acme);
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    String solicited = signed(answer, acme.key());
    answer.inResponseTo = "";
    String unsolicited = signed(answer, acme.key());

    for (String relayState : new String[] {"", "https://evil.example/", "sgn_nobody"}) {
      Response page = post(PATH, unsolicited, relayState);
      page.then().statusCode(403);
      assertThat(page.header("Location")).isNull();
      // Without its RelayState nothing fixes the connection before the message is read.
      post(PATH, solicited, relayState).then().statusCode(403);
    }
    assertThat(database.reasonsOf(acme)).isEmpty();
    assertThat(database.codesOf(acme)).isZero();
  }

  @Test
  void aConnectionThatIsNotThereIsNotJudgedThere() {
    TestConnection ordinary = customers.active();
    Away alice = trips.leave(ordinary);
    String response = signed(alice.answer(ordinary.email("alice")), ordinary.key());

    post(PATH, response, alice.relayState()).then().statusCode(403);

    assertThat(alice.comesBackWith(response).header("Location"))
        .startsWith(Trips.REDIRECT_URI + "?code=");
  }

  @Test
  void nothingIsThereForThoseWhoAskForItByOtherNames() {
    TestConnection acme = movedIn("acme");
    Away alice = trips.leave(acme);
    String response = signed(alice.answer(acme.email("alice")), acme.key());

    post(SharedAcs.PATH, response, alice.relayState()).then().statusCode(404);
    post("/other/saml/acs", response, alice.relayState()).then().statusCode(404);
    given().get(PATH).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/saml/acs", "/oauth2/token", "/v1/acs", "acs", "/a/../b", "/a?b", "/"})
  void anUnsafePathStopsTheStart(String path) {
    assertThatThrownBy(() -> new SharedAcs(Optional.of(Set.of(path))))
        .isInstanceOf(IllegalStateException.class);
  }
}
