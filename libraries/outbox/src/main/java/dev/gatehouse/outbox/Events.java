package dev.gatehouse.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the events that go into the outbox. */
@ApplicationScoped
public class Events {

  private static final String AUDIT_TOPIC = "gatehouse.audit";
  private static final String NO_ORGANIZATION = "platform";

  private final Ids ids;
  private final Clock clock;
  private final ObjectMapper json;

  Events(Clock clock, ObjectMapper json) {
    this.ids = new Ids(clock);
    this.clock = clock;
    this.json = json;
  }

  /**
   * An event that carries the whole public state of a thing; its key is the thing's id.
   *
   * @param data any value that Jackson writes as the schema of the topic says
   */
  public OutboxEvent state(
      String topic, String name, String thing, String organization, Cause cause, Object data) {
    return event(topic, thing, name, thing, organization, cause, clock.instant(), data);
  }

  /** An event of a log topic, keyed so that records that belong together stay in order. */
  public OutboxEvent log(
      String topic,
      String key,
      String name,
      String subject,
      String organization,
      Cause cause,
      Object data) {
    return event(topic, key, name, subject, organization, cause, clock.instant(), data);
  }

  /**
   * The audit record of a change, for the same transaction as the change.
   *
   * @param action such as {@code connection.activated}
   * @param subject id of the thing
   * @param before its state before with secrets masked, or null
   * @param after its state after with secrets masked, or null
   */
  public OutboxEvent audit(
      @Nullable String organization,
      Cause cause,
      String action,
      String subject,
      @Nullable Object before,
      @Nullable Object after) {
    UUID id = ids.nextUuid();
    Instant at = clock.instant();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", id.toString());
    data.put("organization", organization);
    data.put("at", at.toString());
    data.put("actor", cause.actor());
    data.put("action", action);
    data.put("subject", subject);
    data.put("before", before);
    data.put("after", after);
    data.put("trace", cause.traceparent());
    String key = organization == null ? NO_ORGANIZATION : organization;
    return event(AUDIT_TOPIC, key, "AuditRecorded", subject, organization, cause, at, data);
  }

  private OutboxEvent event(
      String topic,
      String key,
      String name,
      String subject,
      @Nullable String organization,
      Cause cause,
      Instant at,
      Object data) {
    try {
      return new OutboxEvent(
          ids.nextUuid(),
          topic,
          key,
          name,
          subject,
          organization,
          cause.actor(),
          cause.traceparent(),
          at,
          json.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The data of " + name + " cannot be written as JSON", e);
    }
  }
}
