package dev.gatehouse.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as received.
 *
 * @param id CloudEvents id, the same at every redelivery
 * @param name the name alone, such as {@code DomainVerified}
 * @param subject id of the thing
 * @param actor who caused it
 * @param traceparent W3C trace context, or null
 * @param at when it happened
 * @param data the body as it came
 */
public record Event(
    String id,
    String name,
    String subject,
    String actor,
    @Nullable String traceparent,
    Instant at,
    JsonNode data) {}
