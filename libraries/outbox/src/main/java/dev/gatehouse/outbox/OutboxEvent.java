package dev.gatehouse.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits to be published.
 *
 * @param id the CloudEvents id; consumers of logs deduplicate by it
 * @param topic the Kafka topic
 * @param key the record key: the thing's id on state topics
 * @param name the event's name in the past tense, such as {@code DomainVerified}
 * @param subject the id of the thing
 * @param organization the organization it concerns, or null if none
 * @param actor who caused it, such as {@code member:mem_…} or {@code operator:<client>}
 * @param traceparent the W3C trace context, or null
 * @param at when it happened
 * @param json the data, fitting the schema in {@code contracts/events}
 */
public record OutboxEvent(
    UUID id,
    String topic,
    String key,
    String name,
    String subject,
    @Nullable String organization,
    String actor,
    @Nullable String traceparent,
    Instant at,
    String json) {

  /** The CloudEvents type. */
  public String type() {
    return "dev.gatehouse." + name + ".v1";
  }
}
