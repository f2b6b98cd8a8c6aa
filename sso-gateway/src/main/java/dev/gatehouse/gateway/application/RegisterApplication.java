package dev.gatehouse.gateway.application;

import dev.gatehouse.gateway.application.Application.ClientType;
import dev.gatehouse.gateway.application.Secrets.NewSecret;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.SqlOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Registers an application; a confidential one gets its first secret. */
@ApplicationScoped
class RegisterApplication {

  private final Applications applications;
  private final Secrets secrets;
  private final SqlOutbox outbox;
  private final Events events;

  RegisterApplication(Applications applications, Secrets secrets, SqlOutbox outbox, Events events) {
    this.applications = applications;
    this.secrets = secrets;
    this.outbox = outbox;
    this.events = events;
  }

  /** The secret is empty for a public application. */
  Uni<Optional<NewSecret>> register(SqlClient connection, Application application, Cause cause) {
    return applications
        .insert(connection, application)
        .chain(() ->
            outbox.append(
                connection,
                events.audit(
                    null,
                    cause,
                    "application.created",
                    application.id().toString(),
                    null,
                    application)))
        .chain(() ->
            application.clientType() == ClientType.CONFIDENTIAL
                ? secrets.add(connection, application.id())
                : Uni.createFrom().item(Optional.<NewSecret>empty()));
  }
}
