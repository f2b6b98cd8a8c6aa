package dev.gatehouse.gateway.application;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.SqlOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes or deletes an application, one at a time. */
@ApplicationScoped
class ChangeApplication {

  private final Pool pool;
  private final Applications applications;
  private final SqlOutbox outbox;
  private final Events events;

  ChangeApplication(Pool pool, Applications applications, SqlOutbox outbox, Events events) {
    this.pool = pool;
    this.applications = applications;
    this.outbox = outbox;
    this.events = events;
  }

  /** Empty when there is no such application; the change may refuse by throwing a problem. */
  Uni<Optional<Application>> change(Id id, UnaryOperator<Application> change, Cause cause) {
    return pool.withTransaction(connection ->
        applications
            .forChange(connection, id)
            .flatMap(found ->
                found.isEmpty()
                    ? Uni.createFrom().item(found)
                    : update(connection, found.get(), change.apply(found.get()), cause)));
  }

  /** False when there is no such application. Its codes and secrets are worth nothing any more. */
  Uni<Boolean> delete(Id id, Cause cause) {
    return pool.withTransaction(connection ->
        applications
            .forChange(connection, id)
            .flatMap(found ->
                found.isEmpty()
                    ? Uni.createFrom().item(false)
                    : applications
                        .delete(connection, id)
                        .chain(() ->
                            audit(connection, "application.deleted", found.get(), null, cause))
                        .replaceWith(true)));
  }

  private Uni<Optional<Application>> update(
      SqlConnection connection, Application before, Application after, Cause cause) {
    return applications
        .update(connection, after)
        .chain(() -> audit(connection, "application.changed", before, after, cause))
        .replaceWith(Optional.of(after));
  }

  private Uni<Void> audit(
      SqlConnection connection,
      String action,
      Application before,
      @Nullable Application after,
      Cause cause) {
    return outbox.append(
        connection, events.audit(null, cause, action, before.id().toString(), before, after));
  }
}
