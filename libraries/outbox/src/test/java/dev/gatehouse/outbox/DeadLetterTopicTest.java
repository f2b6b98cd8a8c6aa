package dev.gatehouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** EV2: what nobody can read is not kept for ever, whoever made its topic. */
class DeadLetterTopicTest {

  private static final String LETTERS = "gatehouse.dead-letters.test";
  private static final String AUDIT = "gatehouse.audit";

  @Test
  void isPrunedAlsoWhereItIsThereAlreadyAndNothingElseIsChanged() throws Exception {
    try (var broker = new EmbeddedKafkaBroker().withNodeId(1).withDeleteLogDirsOnClose(true)) {
      broker.start();
      Map<String, Object> connection = Map.of("bootstrap.servers", broker.getAdvertisedListeners());
      try (Admin admin = Admin.create(connection)) {
        admin
            .createTopics(List.of(forTheMoment(LETTERS, "-1"), forTheMoment(AUDIT, "5000")))
            .all()
            .get();

        new Topics(config(), connection).createMissing();

        assertThat(retention(admin, LETTERS))
            .isEqualTo(String.valueOf(Duration.ofDays(3).toMillis()));
        assertThat(retention(admin, AUDIT)).isEqualTo("5000");
      }
    }
  }

  private static NewTopic forTheMoment(String name, String retention) {
    return new NewTopic(name, 1, (short) 1).configs(Map.of("retention.ms", retention));
  }

  private static String retention(Admin admin, String name) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
    var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
    return Objects.requireNonNull(config).get("retention.ms").value();
  }

  private static OutboxConfig config() {
    return new OutboxConfig() {
      @Override
      public String source() {
        return "test";
      }

      @Override
      public Map<String, Retention> topics() {
        return Map.of(LETTERS, Retention.DEAD_LETTERS, AUDIT, Retention.FOREVER);
      }

      @Override
      public boolean enabled() {
        return true;
      }

      @Override
      public Duration poll() {
        return Duration.ofSeconds(1);
      }

      @Override
      public Duration idleSessionTimeout() {
        return Duration.ofSeconds(6);
      }

      @Override
      public Duration heartbeat() {
        return Duration.ofSeconds(10);
      }

      @Override
      public int batch() {
        return 1;
      }

      @Override
      public int partitions() {
        return 1;
      }

      @Override
      public short replication() {
        return 1;
      }

      @Override
      public Duration deadLetters() {
        return Duration.ofDays(3);
      }
    };
  }
}
