package dev.gatehouse.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/**
 * Creates the topics that a service owns where they are missing. Of existing ones it changes only
 * how long dead letters are kept: they hold whatever came, and a consumer may have made their topic
 * with the broker's defaults.
 */
final class Topics {

  private static final Logger LOG = Logger.getLogger(Topics.class);

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
      pruneDeadLetters(admin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot create the topics", e.getCause());
    }
  }

  /** Where that is not ours to say, events flow all the same. */
  private void pruneDeadLetters(Admin admin) throws InterruptedException {
    List<AlterConfigOp> setting =
        settings(OutboxConfig.Retention.DEAD_LETTERS).entrySet().stream()
            .map(entry ->
                new AlterConfigOp(
                    new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
            .toList();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    config
        .topics()
        .forEach((name, retention) -> {
          if (retention == OutboxConfig.Retention.DEAD_LETTERS) {
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name), setting);
          }
        });
    try {
      admin.incrementalAlterConfigs(changes).all().get();
    } catch (ExecutionException e) {
      LOG.warnf(
          e.getCause(),
          "Whoever keeps the broker has to prune the dead letters: the service may not");
    }
  }

  private NewTopic newTopic(String name, OutboxConfig.Retention retention) {
    return new NewTopic(name, config.partitions(), config.replication())
        .configs(settings(retention));
  }

  private Map<String, String> settings(OutboxConfig.Retention retention) {
    return switch (retention) {
      case COMPACT -> Map.of("cleanup.policy", "compact");
      case SEVEN_DAYS -> Map.of("retention.ms", String.valueOf(Duration.ofDays(7).toMillis()));
      case FOREVER -> Map.of("retention.ms", "-1");
      case DEAD_LETTERS ->
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              String.valueOf(config.deadLetters().toMillis()));
    };
  }
}
