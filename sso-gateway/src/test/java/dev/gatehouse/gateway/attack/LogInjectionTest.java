package dev.gatehouse.gateway.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.CapturedLog;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * LG2. Values with line breaks, which would forge lines in the log. A stack trace of ours may have
 * many lines, but none that begins as the attacker wanted.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class LogInjectionTest {

  private static final String FORGED = "Signed in organizationId=org_forged";
  private static final String BREAK = "x\r\n12:00:00.000 INFO " + FORGED;

  @Inject Customers customers;
  @Inject Trips trips;

  @Test
  void noParameterOrHeaderStartsALine() {
    nothingIsForged(acme -> {
      given().redirects().follow(false).queryParam("client_id", BREAK).get("/oauth2/authorize");
      new Browser().postResponse(acme, "eA==", BREAK);
      new Browser().postResponse(acme, BREAK, trips.leave(acme).relayState());
      given().queryParam("attempt", BREAK).get("/sign-in/continue");
      given().queryParam("ticket", BREAK).get("/test-runs/{run}", BREAK);
      given().header("Idempotency-Key", "x INFO " + FORGED).post("/v1/applications");
      given()
          .contentType("application/x-www-form-urlencoded")
          .formParam("grant_type", BREAK)
          .formParam("client_id", BREAK)
          .post("/oauth2/token");
      given().contentType("application/json").body(Map.of("domain", BREAK)).post("/v1/discover");
    });
  }

  @Test
  void noClaimOfAnIdentityProviderStartsALine() {
    for (Consumer<IdpResponse> claim :
        List.<Consumer<IdpResponse>>of(
            answer -> answer.issuer = escaped(),
            answer -> answer.audience = escaped(),
            answer -> answer.nameId = escaped(),
            answer -> answer.nameIdFormat = escaped(),
            answer -> answer.email = escaped(),
            answer -> answer.recipient = escaped(),
            answer -> answer.inResponseTo = escaped())) {
      nothingIsForged(acme -> {
        Away mallory = trips.leave(acme);
        IdpResponse answer = mallory.answer(acme.email("mallory"));
        claim.accept(answer);
        mallory.comesBackWith(answer.signedBy(acme.key()));
      });
    }
  }

  /** As XML carries line breaks through attribute and text normalisation. */
  private static String escaped() {
    return BREAK.replace("\r", "&#13;").replace("\n", "&#10;");
  }

  private void nothingIsForged(Consumer<TestConnection> attack) {
    TestConnection acme = customers.active();
    try (CapturedLog log = CapturedLog.open()) {
      attack.accept(acme);
      assertThat(log.lines())
          .allSatisfy(line -> assertThat(line.lines()).noneMatch(one -> one.contains(FORGED)));
    }
  }
}
