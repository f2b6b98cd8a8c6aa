package dev.gatehouse.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.clock.MovableClock;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway starts, is ready and can be told to stop a connection while Kafka is down. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
@QuarkusTestResource(value = KafkaDownTest.NoBroker.class, restrictToAnnotatedClass = true)
class KafkaDownTest {

  @Inject Clock clock;
  @Inject MeterRegistry metrics;
  @Inject KnownWorld world;
  @Inject Connections connections;

  /** Points the gateway at a port where nobody listens. */
  public static final class NoBroker implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
      return Map.of("kafka.bootstrap.servers", "localhost:1");
    }

    @Override
    public void stop() {}

    @Override
    public int order() {
      return 100;
    }
  }

  @Test
  void isReady() {
    get("/q/health/ready").then().statusCode(200);
    get("/q/health/live").then().statusCode(200);
  }

  @Test
  void saysThatNoNewsCameAndStaysReady() {
    ((MovableClock) clock).shiftTo(Duration.ofMinutes(10));
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> metrics.get("gatehouse.projection.stale").gauge().value() == 1);
      isReady();
    } finally {
      ((MovableClock) clock).shiftTo(Duration.ZERO);
    }
  }

  @Test
  void aSuspensionTakesEffect() {
    Customer acme = world.customer();

    given()
        .auth()
        .oauth2(AdminTokens.operator())
        .contentType("application/json")
        .body(Map.of("connection", acme.connection().toString(), "reason", "test"))
        .post("/v1/suspensions")
        .then()
        .statusCode(201);

    assertThat(connections.byEmailDomain(acme.domainName()).await().atMost(Duration.ofSeconds(10)))
        .isEmpty();
  }
}
