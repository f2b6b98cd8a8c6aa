package dev.gatehouse.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends events in the transaction of a Hibernate Reactive session. */
@ApplicationScoped
public class HibernateOutbox {

  private static final String INSERT =
      "insert into outbox ("
          + OutboxSql.COLUMNS
          + ") values (:id, :topic, :key, :type, :subject, cast(:organization as text), :actor,"
          + " cast(:traceparent as text), :at, :data)";

  /** The event is published if, and only if, the session's transaction commits. */
  public Uni<Void> append(Mutiny.Session session, OutboxEvent event) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", event.id())
        .setParameter("topic", event.topic())
        .setParameter("key", event.key())
        .setParameter("type", event.type())
        .setParameter("subject", event.subject())
        .setParameter("organization", event.organization())
        .setParameter("actor", event.actor())
        .setParameter("traceparent", event.traceparent())
        .setParameter("at", event.at().atOffset(ZoneOffset.UTC))
        .setParameter("data", event.json())
        .executeUpdate()
        .call(() -> session.createNativeQuery(OutboxSql.NOTIFY, Integer.class).getSingleResult())
        .replaceWithVoid();
  }
}
