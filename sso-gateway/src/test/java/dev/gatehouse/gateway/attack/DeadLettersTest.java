package dev.gatehouse.gateway.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.CapturedLog;
import dev.gatehouse.gateway.projection.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** EV2: what nobody can read is put aside as it came, secrets and all, and forgotten there. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class DeadLettersTest {

  private static final String LETTERS = "gatehouse.dead-letters.sso-gateway";
  private static final String CANARY = "canary-9f2c-not-a-number";

  private static Map<String, Object> broker() {
    return Map.of(
        "bootstrap.servers",
        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
  }

  @Test
  void arePrunedAfterTwoWeeks() {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, LETTERS);
    try (Admin admin = Admin.create(broker())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() -> {
            var config =
                Objects.requireNonNull(
                    admin.describeConfigs(List.of(topic)).all().get().get(topic));
            assertThat(config.get("retention.ms").value())
                .isEqualTo(String.valueOf(Duration.ofDays(14).toMillis()));
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
          });
    }
  }

  @Test
  void holdOurSecretsSealedOnlyAndAreQuotedNowhere() {
    ObjectNode live = Published.example("connection", "ConnectionActivated", Map.of());
    String sealed = live.at("/serviceProvider/keys/0/sealedPrivateKey").asText();
    live.put("version", CANARY);
    String sent = live.toString();

    try (CapturedLog log = CapturedLog.open()) {
      Topic.of("gatehouse.connections")
          .publish("ConnectionActivated", live.get("id").asText(), sent);
      ConsumerRecord<String, byte[]> letter = awaitLetter(sent);

      assertThat(sealed).isNotBlank();
      assertThat(sent).contains(sealed).doesNotContain("privateKey\":", "clientSecret\":");
      letter
          .headers()
          .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain(CANARY));
      assertThat(log.lines())
          .anyMatch(line -> line.startsWith("Undecodable record"))
          .noneMatch(line -> line.contains(CANARY));
    }
  }

  private static ConsumerRecord<String, byte[]> awaitLetter(String sent) {
    List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            if (consumer.assignment().isEmpty()) {
              var partitions =
                  consumer.partitionsFor(LETTERS).stream()
                      .map(
                          p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                      .toList();
              consumer.assign(partitions);
              consumer.seekToBeginning(partitions);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
            return letters.stream().anyMatch(letter -> sent.equals(text(letter)));
          });
    }
    return letters.stream().filter(letter -> sent.equals(text(letter))).findFirst().orElseThrow();
  }

  private static String text(ConsumerRecord<String, byte[]> letter) {
    return new String(letter.value(), UTF_8);
  }
}
