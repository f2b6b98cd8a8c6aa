package dev.gatehouse.gateway.logout;

import static dev.gatehouse.gateway.logout.RpInitiatedLogoutTest.logout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.LogoutReceiver;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.fixtures.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A logout reaches the application, whatever happens on the way. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class BackchannelDeliveryTest {

  private static final Pattern JTI = Pattern.compile("\"jti\":\"([^\"]+)\"");

  @Inject Customers customers;
  @Inject Database database;

  private Session signedOutAt(Product told) {
    TestConnection acme = customers.active();
    Session session = told.signIn(acme, "alice");
    Session other = Product.register(Map.of()).signIn(acme, "alice");
    logout(Map.of("id_token_hint", other.idToken())).then().statusCode(200);
    return session;
  }

  private List<String> waiting(Session session) {
    return database.texts("select sid from logout_delivery where sid = $1", session.sid());
  }

  private void awaitNothingWaits(Session session) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting(session), List::isEmpty);
  }

  private static String jti(String token) {
    var found = JTI.matcher(LogoutReceiver.claims(token));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void isTriedAgainUnderTheSameName() {
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      receiver.failOnceWith(503);
      receiver.failOnceWith(302);
      Session alice = signedOutAt(Product.register(Map.of("backchannelLogoutUri", receiver.uri())));

      List<String> tokens = receiver.await(3);

      assertThat(tokens.stream().map(BackchannelDeliveryTest::jti).distinct()).hasSize(1);
      awaitNothingWaits(alice);
    }
  }

  /** What a process claimed and did not live to deliver is delivered by another one. */
  @Test
  void survivesTheDeathOfWhoeverDelivers() {
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      Session alice =
          Product.register(Map.of("backchannelLogoutUri", receiver.uri()))
              .signIn(customers.active(), "alice");

      String jti = claimedBefore(alice, 1, "1 second");

      assertThat(jti(receiver.await(1).getFirst())).isEqualTo(jti);
      awaitNothingWaits(alice);
    }
  }

  @Test
  void isGivenUpInTheEnd() {
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      receiver.failOnceWith(400);
      Session alice =
          Product.register(Map.of("backchannelLogoutUri", receiver.uri()))
              .signIn(customers.active(), "alice");

      claimedBefore(alice, 9, "0 seconds");

      awaitNothingWaits(alice);
      assertThat(receiver.tokens()).hasSize(1);
    }
  }

  /** The row that a process leaves behind which claimed it so many times. */
  private String claimedBefore(Session session, int attempts, String lease) {
    return database
        .texts(
            "insert into logout_delivery (jti, application, person, sid, attempts, next_at,"
                + " created_at) select gen_random_uuid(), application, person, id, "
                + attempts
                + ", now() + interval '"
                + lease
                + "', now() from application_session where id = $1 returning jti::text",
            session.sid())
        .getFirst();
  }

  @Test
  void aDeletedApplicationIsNotTold() {
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      Product product = Product.register(Map.of("backchannelLogoutUri", receiver.uri()));
      TestConnection acme = customers.active();
      Session alice = product.signIn(acme, "alice");
      Session other = Product.register(Map.of()).signIn(acme, "alice");
      given()
          .auth()
          .oauth2(AdminTokens.operator())
          .delete("/v1/applications/" + product.id())
          .then()
          .statusCode(204);

      logout(Map.of("id_token_hint", other.idToken())).then().statusCode(200);

      awaitNothingWaits(alice);
      assertThat(receiver.tokens()).isEmpty();
    }
  }

  @Test
  void anAddressThatWeMayNotReachIsRefused() {
    for (String uri :
        List.of(
            "http://10.0.0.1/logout",
            "http://app.example/logout",
            "ftp://app.example/logout",
            "https://app.example/logout#part",
            "https://user@app.example/logout")) {
      given()
          .auth()
          .oauth2(AdminTokens.operator())
          .contentType("application/json")
          .body(
              Map.of(
                  "name",
                  "Demo",
                  "redirectUris",
                  List.of("https://app.example/cb"),
                  "backchannelLogoutUri",
                  uri))
          .post("/v1/applications")
          .then()
          .statusCode(422);
    }
  }
}
