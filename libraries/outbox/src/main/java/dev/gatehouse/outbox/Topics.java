package dev.gatehouse.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that a service owns where they are missing; never changes existing ones. */
final class Topics {

  private final OutboxConfig config;
  private final Map<String, Object> connection;

  Topics(OutboxConfig config, Map<String, Object> connection) {
    this.config = config;
    this.connection = connection;
  }

  void createMissing() throws InterruptedException {
    try (Admin admin = Admin.create(connection)) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          config.topics().entrySet().stream()
              .filter(topic -> !present.contains(topic.getKey()))
              .map(topic -> newTopic(topic.getKey(), topic.getValue()))
              .toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot create the topics", e.getCause());
    }
  }

  private NewTopic newTopic(String name, OutboxConfig.Retention retention) {
    Map<String, String> settings =
        switch (retention) {
          case COMPACT -> Map.of("cleanup.policy", "compact");
          case SEVEN_DAYS -> Map.of("retention.ms", String.valueOf(Duration.ofDays(7).toMillis()));
          case FOREVER -> Map.of("retention.ms", "-1");
        };
    return new NewTopic(name, config.partitions(), config.replication()).configs(settings);
  }
}
