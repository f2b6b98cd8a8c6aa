package dev.gatehouse.connection.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every example of what we consume is readable, and so are fields that come later. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ReadableExamplesTest {

  private static final Map<String, String> TOPICS =
      Map.of(
          "organization", "gatehouse.organizations",
          "membership", "gatehouse.memberships",
          "domain", "gatehouse.domains",
          "test-run", "gatehouse.test-runs");

  @Test
  void nothingWeConsumeEndsAmongTheDeadLetters() {
    TOPICS.forEach((schema, topic) ->
        EventContracts.eventNames(schema)
            .forEach(name -> {
              String example = EventContracts.example(schema, name);
              String later = example.replaceFirst("\\{", "{\"addedLater\":{\"x\":[1]},");
              Topic.of(topic).publish(name, "example", example);
              Topic.of(topic).publish(name, "example", later);
              Topic.of(topic).publish("SomethingNew", "example", later);
            }));
    // Records of one key stay in order, so this one arrives after all of them.
    TestOrganization.selfServing();

    await()
        .during(java.time.Duration.ofSeconds(2))
        .atMost(java.time.Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(
                    given()
                        .get("/q/metrics")
                        .then()
                        .extract()
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("gatehouse_intake_undecodable_total"))
                        .toList())
                .isEmpty());
  }
}
