package dev.gatehouse.gateway.openid;

import static dev.gatehouse.gateway.openid.TestCodes.redeem;
import static dev.gatehouse.gateway.openid.TestCodes.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.openid.TestApplications.Registered;
import dev.gatehouse.gateway.openid.TestCodes.OnItsWay;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RedeemCodeTest {

  @Inject KnownWorld world;
  @Inject TestCodes codes;
  @Inject Clock clock;
  @Inject ObjectMapper json;

  @Test
  void givesTokensForACode() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();

    Response tokens = redeem(codes.issue(acme, app.id()), app);

    tokens
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(300))
        .body("scope", equalTo("openid email attributes groups"));
    given()
        .auth()
        .oauth2(tokens.path("access_token"))
        .get("/oauth2/userinfo")
        .then()
        .statusCode(200)
        .body("email", equalTo(acme.email("ann")))
        .body("email_verified", equalTo(true))
        .body("org.id", equalTo(acme.organization().toString()))
        .body("org.external_id", equalTo("customer-7"))
        .body("attributes.department[0]", equalTo("R&D"))
        .body("groups[0]", equalTo("admins"));
  }

  @Test
  void authenticatesTheApplicationByBasicToo() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();

    request(codes.issue(acme, app.id()))
        .auth()
        .preemptive()
        .basic(app.id().toString(), app.secret())
        .post("/oauth2/token")
        .then()
        .statusCode(200);
  }

  @Test
  void aPublicClientNeedsNoSecretButItsVerifier() {
    Customer acme = world.customer();
    Registered app = TestApplications.publicClient();

    redeem(codes.issue(acme, app.id()), app).then().statusCode(200);
    request(codes.issue(acme, app.id()))
        .formParam("client_id", app.id().toString())
        .formParam("client_secret", "invented")
        .post("/oauth2/token")
        .then()
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void bothSecretsWorkWhileOneIsReplaced() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();
    String second =
        given()
            .auth()
            .oauth2(dev.gatehouse.backends.AdminTokens.operator())
            .contentType("application/json")
            .post("/v1/applications/{id}/secrets", app.id().toString())
            .path("clientSecret");

    redeem(codes.issue(acme, app.id()), app).then().statusCode(200);
    redeem(codes.issue(acme, app.id()), new Registered(app.id(), second)).then().statusCode(200);
  }

  @Test
  void ofManyAtOnceExactlyOneWins() throws Exception {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();
    OnItsWay code = codes.issue(acme, app.id());
    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Response> attempt = () -> redeem(code, app);
      answers =
          threads.invokeAll(Stream.generate(() -> attempt).limit(16).toList()).stream()
              .map(done -> {
                try {
                  return done.get();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              })
              .toList();
    }

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 200)
        .allSatisfy(answer -> assertThat(answer.<String>path("error")).isEqualTo("invalid_grant"));
  }

  @Test
  void announcesAPersonOnceHoweverManyCodesAreRedeemed() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();
    var person = Published.id(IdKind.PERSON);
    OnItsWay first = codes.issue(acme, app.id(), person, "ann");
    OnItsWay second = codes.issue(acme, app.id(), person, "ann");

    redeem(first, app).then().statusCode(200);
    redeem(second, app).then().statusCode(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> {
          List<Topic.Seen> events =
              Topic.of("gatehouse.sign-ins").events().stream()
                  .filter(event -> event.key().equals(acme.organization().toString()))
                  .toList();
          assertThat(events).extracting(Topic.Seen::event).containsOnly("SignInSucceeded");
          assertThat(events).hasSize(2);
          assertThat(events)
              .allSatisfy(event ->
                  assertThat(EventContracts.violations("sign-in", event.data())).isEmpty());
          assertThat(json.readTree(events.get(0).data()).path("justInTime").asBoolean()).isTrue();
          assertThat(json.readTree(events.get(1).data()).path("justInTime").asBoolean()).isFalse();
          assertThat(json.readTree(events.get(0).data()).path("email").asText())
              .isEqualTo(acme.email("ann"));
        });
  }

  @Test
  void failsForAnExpiredCode() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();
    OnItsWay code =
        codes.issue(
            acme, app.id(), Published.id(IdKind.PERSON), "ann", clock.instant().minusSeconds(61));

    redeem(code, app).then().statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void stopsAtRedemptionWhatWasAllowedAtSignIn() {
    Registered app = TestApplications.confidential();
    refusedAfter(app, acme -> world.organization(acme, "OrganizationDeleted", Map.of()));
    refusedAfter(app, acme -> world.domain(acme, "DomainRemoved", Map.of()));
    refusedAfter(app, acme -> world.connection(acme, "ConnectionDeactivated", Map.of()));
    refusedAfter(
        app, acme -> world.connection(acme, "ConnectionActivated", Map.of("domains", List.of())));
    refusedAfter(
        app,
        acme ->
            world.member(
                acme, "MembershipRevoked", Map.of("email", acme.email("ANN"), "person", "")));
  }

  @Test
  void lapsedDomainsAreNotCalledVerified() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();
    OnItsWay code = codes.issue(acme, app.id());
    world.domain(acme, "DomainLapsed", Map.of());

    Response tokens = redeem(code, app);

    given()
        .auth()
        .oauth2(tokens.path("access_token"))
        .get("/oauth2/userinfo")
        .then()
        .statusCode(200)
        .body("email_verified", equalTo(false));
  }

  @Test
  void aReinvitedMemberComesInAgain() {
    Customer acme = world.customer();
    Registered app = TestApplications.confidential();
    OnItsWay code = codes.issue(acme, app.id());
    world.member(acme, "MembershipRevoked", Map.of("email", acme.email("ann")));
    world.member(acme, "MembershipGranted", Map.of("email", acme.email("ann")));

    redeem(code, app).then().statusCode(200);
  }

  private void refusedAfter(Registered app, java.util.function.Consumer<Customer> change) {
    Customer acme = world.customer();
    OnItsWay code = codes.issue(acme, app.id());
    change.accept(acme);
    redeem(code, app).then().statusCode(400).body("error", equalTo("invalid_grant"));
  }
}
