package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Adds a connection to an organization, with addresses and a key pair that it keeps for ever. */
@ApplicationScoped
class CreateConnection {

  private final Connections connections;
  private final SpKeys spKeys;
  private final ServiceProviderKeys generator;
  private final ConnectionJournal journal;
  private final String publicUrl;
  private final Ids ids;

  CreateConnection(
      Connections connections,
      SpKeys spKeys,
      ServiceProviderKeys generator,
      ConnectionJournal journal,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl,
      Clock clock) {
    this.connections = connections;
    this.spKeys = spKeys;
    this.generator = generator;
    this.journal = journal;
    this.publicUrl = publicUrl;
    this.ids = new Ids(clock);
  }

  /** What takes CPU time and is made before the transaction opens. */
  record Prepared(Id id, ServiceProvider.Key key) {}

  /** The addresses that a customer brings along; null where it gets ours. */
  record MovedIn(@Nullable String acsUrl, @Nullable String entityId) {}

  Uni<Prepared> prepare() {
    Id id = ids.next(IdKind.CONNECTION);
    return generator.generate(id).map(key -> new Prepared(id, key));
  }

  @WithTransaction
  Uni<ConnectionSnapshot> create(
      Prepared prepared,
      Id organization,
      String provider,
      Protocol protocol,
      String name,
      MovedIn movedIn,
      Cause cause) {
    Connection connection =
        new Connection(
            prepared.id(),
            organization,
            name,
            provider,
            protocol,
            Addresses.of(publicUrl, protocol, prepared.id())
                .movedIn(movedIn.acsUrl(), movedIn.entityId()));
    return connections
        .persistAndFlush(connection)
        .flatMap(made -> spKeys.add(prepared.id(), prepared.key()))
        .flatMap(added -> journal.created(connection, cause));
  }
}
