package dev.gatehouse.gateway.attack;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.clock.MovableClock;
import dev.gatehouse.gateway.fixtures.CapturedLog;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.Published;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * TN13. A consumer that starts at the beginning of a topic again hears everything that was ever
 * allowed a second time. What was taken away since stays away.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class StaleProjectionTest {

  private static final List<String> TOPICS =
      List.of(
          "gatehouse.organizations",
          "gatehouse.memberships",
          "gatehouse.domains",
          "gatehouse.connections");
  private static final String FRESH = "The projection is fresh again";

  @Inject Clock clock;
  @Inject MeterRegistry metrics;
  @Inject Customers customers;
  @Inject Trips trips;
  @Inject KnownWorld world;

  @Test
  void aDomainThatWasRemovedDoesNotRouteAgain() {
    staysAway(acme -> customers.domain(acme, "DomainRemoved", Map.of("status", "removed")));
  }

  @Test
  void aDeletedOrganizationDoesNotSignInAgain() {
    staysAway(
        acme -> customers.organization(acme, "OrganizationDeleted", Map.of("status", "deleted")));
  }

  @Test
  void aDeactivatedConnectionDoesNotSignInAgain() {
    staysAway(customers::deactivate);
  }

  @Test
  void aSuspensionIsStrongerThanWhateverIsPublished() {
    TestConnection acme = customers.active();
    customers.suspend(acme);

    customers.publishLive(acme);

    assertThat(notAvailable(acme)).isTrue();
  }

  @Test
  void newsThatStayAwayRaiseAnAlarmUntilTheyAreBack() {
    TOPICS.forEach(topic -> Topic.of(topic).beat(clock.instant()));
    awaitStale(0);
    try (CapturedLog log = CapturedLog.open()) {
      ((MovableClock) clock).shiftTo(Duration.ofMinutes(10));
      awaitStale(1);
      assertThat(log.lines()).anyMatch(line -> line.startsWith("The projection is stale"));
      assertThat(metrics.get("gatehouse.projection.age.seconds").gauge().value())
          .isGreaterThanOrEqualTo(600);
      get("/q/health/ready").then().statusCode(200);

      TOPICS.subList(1, TOPICS.size()).forEach(topic -> Topic.of(topic).beat(clock.instant()));
      Topic.of(TOPICS.getFirst()).beat(clock.instant());
      awaitStale(0);
      assertThat(log.lines()).contains(FRESH);
    } finally {
      ((MovableClock) clock).shiftTo(Duration.ZERO);
    }
  }

  private void awaitStale(double value) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> metrics.get("gatehouse.projection.stale").gauge().value() == value);
  }

  private void staysAway(Consumer<TestConnection> takenAway) {
    TestConnection acme = customers.active();
    assertThat(notAvailable(acme)).isFalse();
    List<Runnable> topic = everythingOnceAllowed(acme);
    takenAway.accept(acme);
    assertThat(notAvailable(acme)).isTrue();

    topic.forEach(Runnable::run);
    topic.reversed().forEach(Runnable::run);

    assertThat(notAvailable(acme)).isTrue();
  }

  /** The events with versions below those of what takes it away. */
  private List<Runnable> everythingOnceAllowed(TestConnection acme) {
    long before = KnownWorld.next();
    Map<String, ?> version = Map.of("version", before);
    return List.of(
        () -> world.organization(acme.customer(), "OrganizationCreated", version),
        () -> world.domain(acme.customer(), "DomainVerified", version),
        () -> {
          ObjectNode live =
              Published.example(
                  "connection",
                  "ConnectionActivated",
                  Map.of(
                      "id", acme.id(),
                      "organization", acme.customer().organization(),
                      "domains", List.of(acme.customer().domain()),
                      "live", acme.revision(acme.customer().revision(), 1)));
          world.tell("connection", "ConnectionActivated", live, version);
        });
  }

  private boolean notAvailable(TestConnection acme) {
    return trips
        .begin(trips.request(acme.email("alice")))
        .getLocation()
        .toString()
        .contains("error=sso_not_available");
  }
}
