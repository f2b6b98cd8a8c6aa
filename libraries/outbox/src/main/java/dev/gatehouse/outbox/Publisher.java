package dev.gatehouse.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A transactional producer. Made only once the lock is held: {@code initTransactions} fences every
 * earlier producer of this service, so that a relay that was paused cannot write after us.
 */
final class Publisher implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final String source;
  private final Ids ids;

  Publisher(Map<String, Object> connection, String source, Ids ids) {
    this.ids = ids;
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "gatehouse-relay-" + source);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.source = source;
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      producer.close(java.time.Duration.ZERO);
      throw e;
    }
  }

  /** Publishes all of them or none, in their order. */
  void publish(List<OutboxEvent> events) throws InterruptedException, ExecutionException {
    producer.beginTransaction();
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
      for (OutboxEvent event : events) {
        sent.add(producer.send(record(event)));
      }
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
      producer.commitTransaction();
    } catch (RuntimeException | ExecutionException e) {
      abortQuietly(e);
      throw e;
    }
  }

  /** Tells the consumers of each partition how fresh they are. */
  void heartbeat(Iterable<String> topics, Instant now)
      throws InterruptedException, ExecutionException {
    producer.beginTransaction();
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String topic : topics) {
        int partitions = producer.partitionsFor(topic).size();
        for (int partition = 0; partition < partitions; partition++) {
          String key = "heartbeat-" + partition;
          byte[] data = ("{\"at\":\"" + now + "\"}").getBytes(UTF_8);
          var record = new ProducerRecord<>(topic, partition, key, data);
          describe(record.headers(), "dev.gatehouse.Heartbeat.v1", ids.nextUuid(), key, now, null);
          sent.add(producer.send(record));
        }
      }
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
      producer.commitTransaction();
    } catch (RuntimeException | ExecutionException e) {
      abortQuietly(e);
      throw e;
    }
  }

  private void abortQuietly(Exception cause) {
    try {
      producer.abortTransaction();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private ProducerRecord<String, byte[]> record(OutboxEvent event) {
    var record = new ProducerRecord<>(event.topic(), event.key(), event.json().getBytes(UTF_8));
    Headers headers = record.headers();
    describe(headers, event.type(), event.id(), event.subject(), event.at(), event.organization());
    put(headers, "ce_actor", event.actor());
    put(headers, "ce_traceparent", event.traceparent());
    return record;
  }

  /** CloudEvents 1.0 Kafka binding, binary mode (section 3.2). */
  private void describe(
      Headers headers,
      String type,
      UUID id,
      String subject,
      Instant at,
      @Nullable String organization) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id.toString());
    put(headers, "ce_source", "/" + source);
    put(headers, "ce_type", type);
    put(headers, "ce_time", at.toString());
    put(headers, "ce_subject", subject);
    put(headers, "ce_organization", organization);
    put(headers, "content-type", "application/json");
  }

  private static void put(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(1));
  }
}
