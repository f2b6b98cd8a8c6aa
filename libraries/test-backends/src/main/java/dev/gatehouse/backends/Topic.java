package dev.gatehouse.backends;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads and writes a topic of the test's broker the way another service would. */
public final class Topic {

  private final String name;
  private final String servers;

  private Topic(String name, String servers) {
    this.name = name;
    this.servers = servers;
  }

  /** The topic on the broker that the service under test uses. */
  public static Topic of(String name) {
    return new Topic(
        name, ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
  }

  /** A record as another service sees it: event name, key, data. */
  public record Seen(String event, String key, String data) {}

  /** Every committed event in the topic now, oldest first per partition, without heartbeats. */
  public List<Seen> events() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
    List<Seen> seen = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(partition -> new TopicPartition(name, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          Seen event = new Seen(eventName(record), record.key(), new String(record.value(), UTF_8));
          if (!event.event().equals("Heartbeat")) {
            seen.add(event);
          }
        }
      }
    }
    return seen;
  }

  /** Publishes an event as its owner would. */
  public void publish(String event, String key, String data) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var record = new ProducerRecord<>(name, key, data.getBytes(UTF_8));
      headers(event, key, java.time.Instant.now())
          .forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
      producer.send(record).get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("Cannot publish to " + name, e);
    }
  }

  /** Says in every partition that its owner had nothing else to say until then. */
  public void beat(java.time.Instant at) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var partition : producer.partitionsFor(name)) {
        var record =
            new ProducerRecord<>(name, partition.partition(), "heartbeat", "{}".getBytes(UTF_8));
        headers("Heartbeat", "heartbeat", at)
            .forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
        producer.send(record).get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("Cannot publish to " + name, e);
    }
  }

  private static Map<String, String> headers(String event, String key, java.time.Instant at) {
    return Map.of(
        "ce_specversion",
        "1.0",
        "ce_id",
        java.util.UUID.randomUUID().toString(),
        "ce_source",
        "/test",
        "ce_type",
        "dev.gatehouse." + event + ".v1",
        "ce_time",
        at.toString(),
        "ce_subject",
        key,
        "ce_actor",
        "operator:test");
  }

  private static String eventName(ConsumerRecord<String, byte[]> record) {
    String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    return type.substring("dev.gatehouse.".length(), type.length() - ".v1".length());
  }
}
