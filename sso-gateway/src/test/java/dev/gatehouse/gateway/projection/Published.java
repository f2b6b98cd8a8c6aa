package dev.gatehouse.gateway.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events as their owners publish them: the contract's examples with this test's own ids. */
public final class Published {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Ids IDS = new Ids(Clock.systemUTC());

  private Published() {}

  /** An id that no other test uses. */
  public static Id id(IdKind kind) {
    return IDS.next(kind);
  }

  /** The example of an event, with some members replaced. */
  public static ObjectNode example(String schema, String event, Map<String, ?> changes) {
    try {
      ObjectNode data = (ObjectNode) JSON.readTree(EventContracts.example(schema, event));
      changes.forEach((name, value) -> data.set(name, JSON.valueToTree(value)));
      return data;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Values of any kind become JSON. */
  static ObjectNode plain(ObjectNode data) {
    return JSON.valueToTree(data);
  }

  /** The record that carries it. */
  public static ConsumerRecord<String, byte[]> record(String event, ObjectNode data) {
    String key = data.path("id").asText();
    var record =
        new ConsumerRecord<>("test", 0, 0L, key, data.toString().getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", IDS.nextUuid().toString(),
            "ce_source", "/test",
            "ce_type", "dev.gatehouse." + event + ".v1",
            "ce_time", "2026-11-22T09:00:00Z",
            "ce_subject", key,
            "ce_actor", "operator:test")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
