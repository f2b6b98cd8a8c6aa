package dev.gatehouse.connection.following;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.ReadConnections;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.idp.AdminText;
import dev.gatehouse.connection.idp.IdpInput;
import dev.gatehouse.connection.idp.IdpReading;
import dev.gatehouse.connection.idp.ReadIdp;
import dev.gatehouse.ids.Id;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at metadata addresses for new keys. The entity ID is pinned: an address that describes
 * somebody else changes nothing.
 */
@ApplicationScoped
class FollowMetadata {

  private static final Logger LOG = Logger.getLogger(FollowMetadata.class);

  private final ReadConnections connections;
  private final ReadIdp readIdp;
  private final TakeFollowedKeys keys;

  FollowMetadata(ReadConnections connections, ReadIdp readIdp, TakeFollowedKeys keys) {
    this.connections = connections;
    this.readIdp = readIdp;
    this.keys = keys;
  }

  @Scheduled(
      every = "{gatehouse.follow-metadata.every}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class,
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return keys.due()
        .flatMap(due ->
            Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::lookWithoutFail)
                .collect()
                .last())
        .replaceWithVoid();
  }

  /** One that goes wrong keeps no other waiting; it is looked at again next time. */
  private Uni<Void> lookWithoutFail(Id connection) {
    return connections
        .find(connection)
        .flatMap(found -> found.map(this::look).orElseGet(() -> Uni.createFrom().voidItem()))
        .onFailure()
        .invoke(
            failure -> LOG.errorf(failure, "Cannot look at metadata connectionId=%s", connection))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> look(ConnectionSnapshot connection) {
    Optional<Revision> followed = connection.followed();
    if (followed.isEmpty()) {
      return keys.nothing(connection.id(), AdminText.NO_METADATA_URL.text());
    }
    String entityId = followed.get().settings().issuer();
    URI address = URI.create(Objects.requireNonNull(followed.get().metadataUrl()));
    return readIdp
        .read(connection.provider(), new IdpInput.MetadataUrl(address, Optional.of(entityId)))
        .flatMap(reading ->
            switch (reading) {
              case IdpReading.Understood understood
                  when understood.idp().entityId().equals(entityId) ->
                  keys.take(connection.id(), followed.get().id(), understood.idp().certificates());
              case IdpReading.Understood another ->
                  keys.nothing(connection.id(), AdminText.METADATA_OF_ANOTHER.text());
              case IdpReading.SeveralEntities several ->
                  keys.nothing(connection.id(), AdminText.ENTITY_ID_GONE.text());
              case IdpReading.Refused refused -> keys.nothing(connection.id(), refused.text());
            });
  }
}
