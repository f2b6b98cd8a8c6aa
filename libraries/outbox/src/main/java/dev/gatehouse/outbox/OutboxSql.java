package dev.gatehouse.outbox;

/** The statements both ways of appending share. */
final class OutboxSql {

  static final String CHANNEL = "outbox";

  static final String COLUMNS =
      "event_id, topic, key, type, subject, organization, actor, traceparent, occurred_at, data";

  /** Wakes the relay when, and only if, the transaction commits. */
  static final String NOTIFY = "select 1 from pg_notify('" + CHANNEL + "', '')";

  private OutboxSql() {}
}
