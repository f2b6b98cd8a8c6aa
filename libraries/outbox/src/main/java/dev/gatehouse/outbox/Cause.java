package dev.gatehouse.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Who caused a change and in which trace; every event and audit record names both.
 *
 * @param actor such as {@code operator:<client>}, {@code member:mem_…} or {@code service:<name>}
 * @param traceparent W3C trace context, or null where none came in
 */
public record Cause(String actor, @Nullable String traceparent) {

  /** A change that a service makes by itself. */
  public static Cause ofService(String name) {
    return new Cause("service:" + name, null);
  }
}
