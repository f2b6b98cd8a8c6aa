package dev.gatehouse.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a Kafka record as a CloudEvent 1.0 in binary mode (Kafka protocol binding, 3.2). */
final class EventDecoder {

  private static final String PREFIX = "dev.gatehouse.";
  private static final String SUFFIX = ".v1";

  private final ObjectMapper json;

  EventDecoder(ObjectMapper json) {
    this.json = json.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  }

  Event decode(ConsumerRecord<String, byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      throw new Undecodable("a record without a value; we publish no tombstones");
    }
    String type = required(record, "ce_type");
    if (!type.startsWith(PREFIX) || !type.endsWith(SUFFIX)) {
      throw new Undecodable("unknown type " + type);
    }
    try {
      JsonNode data = json.readTree(value);
      if (!data.isObject()) {
        throw new Undecodable("the data is not a JSON object");
      }
      return new Event(
          required(record, "ce_id"),
          type.substring(PREFIX.length(), type.length() - SUFFIX.length()),
          required(record, "ce_subject"),
          orElse(header(record, "ce_actor"), "unknown"),
          header(record, "ce_traceparent"),
          Instant.parse(required(record, "ce_time")),
          data);
    } catch (IOException | DateTimeException e) {
      throw new Undecodable("the record cannot be read: " + e.getClass().getSimpleName());
    }
  }

  <T> T read(Event event, Class<T> type) {
    try {
      return json.treeToValue(event.data(), type);
    } catch (JsonMappingException e) {
      throw new Undecodable(
          "the data of " + event.name() + " cannot be read at " + e.getPathReference());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new Undecodable("the data of " + event.name() + " cannot be read");
    }
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private static String required(ConsumerRecord<String, byte[]> record, String name) {
    String value = header(record, name);
    if (value == null) {
      throw new Undecodable("no header " + name);
    }
    return value;
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
