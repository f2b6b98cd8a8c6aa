package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Losing a topic loses nothing. */
class RepublishTest {

  private static final List<String> TOPICS =
      List.of(
          "gatehouse.organizations",
          "gatehouse.memberships",
          "gatehouse.domains",
          "gatehouse.connections");

  private final Gatehouse gatehouse = Gatehouse.running();

  @Test
  void anEmptyTopicWipesNothingAndRepublishRebuildsAnEmptyProjection() throws Exception {
    SetUp setUp = SetUp.active(gatehouse, "Republish");
    Map<String, String> before = Projections.ofGateway(gatehouse);

    wipeTopics();
    gatehouse.stop("sso-gateway");
    gatehouse.start("sso-gateway");
    assertThat(setUp.discover()).isEqualTo("required");
    assertThat(Projections.ofGateway(gatehouse)).isEqualTo(before);

    gatehouse.stop("sso-gateway");
    Projections.clearGateway(gatehouse);
    gatehouse.start("sso-gateway");
    for (String prefix : List.of("organizations", "domains", "connections")) {
      setUp
          .operator
          .http()
          .post(setUp.operator.url("/v1/" + prefix + "/republish"), null)
          .expect(202);
    }
    Wait.until(
        "the projection is as it was",
        Duration.ofSeconds(60),
        () -> Projections.ofGateway(gatehouse).equals(before));
    assertThat(setUp.discover()).isEqualTo("required");
  }

  /** Deletes the topics while their owners are down; each creates its own again when it starts. */
  private void wipeTopics() throws InterruptedException, ExecutionException, SQLException {
    List<String> owners =
        List.of("org-service", "domain-verification-service", "connection-service");
    owners.forEach(gatehouse::stop);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", gatehouse.bootstrapServers()))) {
      admin.deleteTopics(TOPICS).all().get();
      Wait.until(
          "the topics are gone",
          () -> admin.listTopics().names().get().stream().noneMatch(TOPICS::contains));
    }
    owners.forEach(gatehouse::start);
  }
}
