package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.attempt.Underway;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.gateway.signin.Selection.Selectors;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Memory is everybody's: what a stranger, or a customer's own identity provider, blows up is not
 * remembered, and nothing that does not lead straight on takes the place of what does.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class MemoryExhaustionTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Underway underway;
  @Inject Candidates candidates;

  @Test
  void thousandsOfWordsAreRefused() {
    TestConnection acme = customers.active();
    String authorize = Product.register(Map.of()).authorize(acme.email("alice"));
    for (String list : Set.of("acr_values", "prompt")) {
      String location =
          new Browser().get(authorize + "&" + list + "=" + "abc+".repeat(500)).header("Location");

      assertThat(location).contains("error=invalid_request", "too+long");
    }
  }

  @Test
  void aRequestThatIsBlownUpLeadsOnWithoutBeingRemembered() {
    TestConnection acme = customers.active();
    Product product = Product.register(Map.of());
    Browser browser = new Browser();
    String authorize =
        product
            .authorize(acme.email("alice"))
            .replace(
                "&state=s&nonce=n", "&state=" + "s".repeat(3_900) + "&nonce=" + "n".repeat(3_900));
    Away alice = Trips.away(acme, browser, URI.create(browser.get(authorize).header("Location")));

    assertThat(underway.begun(attempt(alice))).isEmpty();
    String answer = alice.answer(acme.email("alice")).signedBy(acme.key());
    assertThat(alice.comesBackWith(answer).header("Location"))
        .startsWith(Trips.REDIRECT_URI + "?code=");
  }

  @Test
  void anAnswerThatIsBlownUpSignsInWithoutBeingRemembered() {
    TestConnection acme = customers.active();
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    answer.familyName = "A".repeat(20_000);
    alice
        .browser()
        .postResponse(acme, answer.signedBy(acme.key()), alice.relayState())
        .then()
        .statusCode(303);

    assertThat(underway.answered(attempt(alice))).isEmpty();
    assertThat(alice.goesOn().header("Location")).startsWith(Trips.REDIRECT_URI + "?code=");
  }

  @Test
  void whatDoesNotLeadStraightOnTakesNoPlace() {
    TestConnection acme = customers.active();
    AuthorizationRequest random =
        trips.request(null, "nobody-" + "x".repeat(3_000), acme.id(), Set.of(), null);
    trips.begin(random);

    assertThat(candidates.remembered(Selectors.of(random))).isEmpty();
  }

  @Test
  void whatIsGoneIsForgotten() {
    TestConnection acme = customers.active();
    AuthorizationRequest request = trips.request(acme.email("alice"));
    trips.begin(request);
    assertThat(candidates.remembered(Selectors.of(request))).isPresent();

    customers.suspend(acme);
    trips.begin(request);

    assertThat(candidates.remembered(Selectors.of(request))).isEmpty();
  }

  private static Id attempt(Away away) {
    return Id.parse(IdKind.SIGN_IN, away.relayState());
  }
}
