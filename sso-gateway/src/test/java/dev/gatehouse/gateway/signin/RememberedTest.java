package dev.gatehouse.gateway.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.application.Applications;
import dev.gatehouse.gateway.attempt.Underway;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.gateway.openid.SignInStart;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is remembered only shortens a step: whatever has changed meanwhile counts. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RememberedTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;
  @Inject SignInStart start;
  @Inject Applications applications;
  @Inject Underway underway;
  @Inject Pool pool;

  @Test
  void aStepIsRememberedUntilTheNextOne() {
    TestConnection acme = customers.active();
    Product product = Product.register(Map.of());
    product.signIn(acme, "alice");

    Away alice = leave(product, acme);
    Id attempt = Id.parse(IdKind.SIGN_IN, alice.relayState());

    assertThat(underway.begun(attempt)).isPresent();
    answer(alice);
    assertThat(underway.begun(attempt)).isEmpty();
    assertThat(underway.answered(attempt)).isPresent();
    assertThat(alice.goesOn().header("Location")).startsWith(Trips.REDIRECT_URI + "?code=");
    assertThat(underway.answered(attempt)).isEmpty();
  }

  @Test
  void anAttemptBeginsByWhatIsRemembered() {
    TestConnection acme = customers.active();
    AuthorizationRequest request = request(Product.register(Map.of()), acme);
    long version = version(request);
    assertThat(beginRemembered(request, version)).isEmpty();
    start.begin(request).await().atMost(SOON);

    assertThat(beginRemembered(request, version)).isPresent();
  }

  @Test
  void anotherVersionOfTheApplicationBeginsNothing() {
    TestConnection acme = customers.active();
    AuthorizationRequest request = request(Product.register(Map.of()), acme);
    start.begin(request).await().atMost(SOON);

    assertThat(beginRemembered(request, version(request) + 1)).isEmpty();
    assertThat(attempts(acme)).isEqualTo(1);
  }

  @Test
  void aDeletedApplicationBeginsNothing() {
    TestConnection acme = customers.active();
    Product product = Product.register(Map.of());
    product.signIn(acme, "alice");
    given()
        .auth()
        .oauth2(AdminTokens.operator())
        .delete("/v1/applications/" + product.id())
        .then()
        .statusCode(204);

    new Browser().get(product.authorize(acme.email("alice"))).then().statusCode(400);
  }

  @Test
  void aChangedRouteBeginsNothing() {
    List<Consumer<TestConnection>> changes =
        List.of(
            customers::takeDomainOff,
            customers::deactivate,
            customers::suspend,
            customers::revokeKey,
            acme -> customers.activateAnotherRevision(acme, Published.id(IdKind.REVISION)),
            acme -> customers.domain(acme, "DomainRemoved", Map.of("status", "removed")),
            acme ->
                customers.organization(acme, "OrganizationDeleted", Map.of("status", "deleted")));
    for (Consumer<TestConnection> change : changes) {
      TestConnection acme = customers.active();
      AuthorizationRequest request = request(Product.register(Map.of()), acme);
      start.begin(request).await().atMost(SOON);
      change.accept(acme);

      assertThat(beginRemembered(request, version(request))).isEmpty();
      assertThat(attempts(acme)).isEqualTo(1);
    }
  }

  @Test
  void anAnswerIsJudgedByTheDomainsOfNow() {
    refusedAfter(customers::takeDomainOff, "email_domain_not_verified");
    refusedAfter(
        acme -> customers.domain(acme, "DomainRemoved", Map.of("status", "removed")),
        "email_domain_not_verified");
  }

  @Test
  void anAnswerIsJudgedByTheKeysOfNow() {
    refusedAfter(customers::revokeKey, "no_trusted_key");
  }

  @Test
  void aVerdictThatIsNotTheStoredOneGivesNoCode() {
    TestConnection acme = customers.active();
    Product product = Product.register(Map.of());
    product.signIn(acme, "alice");
    Away alice = leave(product, acme);
    answer(alice);
    pool.preparedQuery("update sign_in_attempt set verdict = reverse(verdict) where id = $1")
        .execute(Tuple.of(alice.relayState()))
        .await()
        .atMost(SOON);

    alice.goesOn();

    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  private void refusedAfter(Consumer<TestConnection> change, String reason) {
    TestConnection acme = customers.active();
    Product product = Product.register(Map.of());
    product.signIn(acme, "alice");
    Away alice = leave(product, acme);
    change.accept(acme);
    answer(alice);

    alice.goesOn();

    assertThat(database.reasonsOf(acme)).containsExactly(reason);
  }

  private static void answer(Away alice) {
    TestConnection acme = alice.connection();
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState())
        .then()
        .statusCode(303);
  }

  private static Away leave(Product product, TestConnection acme) {
    Browser browser = new Browser();
    String location = browser.get(product.authorize(acme.email("alice"))).header("Location");
    return Trips.away(acme, browser, URI.create(location));
  }

  private AuthorizationRequest request(Product product, TestConnection acme) {
    AuthorizationRequest any = trips.request(acme.email("alice"));
    return new AuthorizationRequest(
        Id.parse(IdKind.APPLICATION, product.id()),
        any.redirectUri(),
        any.state(),
        any.nonce(),
        any.codeChallenge(),
        any.scope(),
        any.loginHint(),
        any.organization(),
        any.connection(),
        any.prompt(),
        any.maxAge(),
        any.acrValues());
  }

  private Optional<Response> beginRemembered(AuthorizationRequest request, long version) {
    return start.beginRemembered(request, version).await().atMost(SOON);
  }

  private long version(AuthorizationRequest request) {
    return applications.byId(request.application()).await().atMost(SOON).orElseThrow().version();
  }

  private long attempts(TestConnection acme) {
    return pool.preparedQuery("select id from sign_in_attempt where connection = $1")
        .execute(Tuple.of(acme.id().toString()))
        .await()
        .atMost(SOON)
        .size();
  }
}
