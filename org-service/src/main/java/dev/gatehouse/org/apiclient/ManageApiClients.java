package dev.gatehouse.org.apiclient;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds and removes clients. */
@ApplicationScoped
class ManageApiClients {

  private final ApiClients clients;
  private final HibernateOutbox outbox;
  private final Events events;
  private final Clock clock;
  private final Ids ids;

  ManageApiClients(ApiClients clients, HibernateOutbox outbox, Events events, Clock clock) {
    this.clients = clients;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** A new client and its secret, which nobody can read again. */
  record Created(ApiClient client, ClientSecret secret) {}

  @WithTransaction
  Uni<Created> create(String name, Cause cause) {
    ClientSecret secret = ClientSecret.random();
    ApiClient client = new ApiClient(ids.next(IdKind.API_CLIENT), name, secret, clock.instant());
    return clients
        .persistAndFlush(client)
        .flatMap(made -> audit(made, cause, "api_client.created", null, Map.of("name", name)))
        .replaceWith(new Created(client, secret));
  }

  /** Tokens it has got live on for at most five minutes. Answers whether there was one. */
  @WithTransaction
  Uni<Boolean> delete(Id id, Cause cause) {
    return clients
        .findById(id.uuid())
        .flatMap(found ->
            found == null
                ? Uni.createFrom().item(false)
                : clients
                    .delete(found)
                    .flatMap(done ->
                        audit(
                            found, cause, "api_client.deleted", Map.of("name", found.name()), null))
                    .replaceWith(true));
  }

  private Uni<Void> audit(
      ApiClient client,
      Cause cause,
      String action,
      @Nullable Object before,
      @Nullable Object after) {
    return clients
        .getSession()
        .flatMap(session ->
            outbox.append(
                session, events.audit(null, cause, action, client.id().toString(), before, after)));
  }
}
