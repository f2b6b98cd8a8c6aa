package dev.gatehouse.connection.following;

import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.Followings;
import dev.gatehouse.connection.key.ImportKeys;
import dev.gatehouse.connection.key.KeyPlan;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.saml.IdpCertificate;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Changes the keys of a connection that follows its metadata, each time in one transaction. */
@ApplicationScoped
class TakeFollowedKeys {

  private final Connections connections;
  private final Followings followings;
  private final ImportKeys keys;
  private final ConnectionJournal journal;
  private final Duration interval;
  private final Clock clock;

  TakeFollowedKeys(
      Connections connections,
      Followings followings,
      ImportKeys keys,
      ConnectionJournal journal,
      @ConfigProperty(name = "gatehouse.follow-metadata.interval") Duration interval,
      Clock clock) {
    this.connections = connections;
    this.followings = followings;
    this.keys = keys;
    this.journal = journal;
    this.interval = interval;
    this.clock = clock;
  }

  @WithTransaction
  Uni<List<Id>> due() {
    return followings.takeDue(clock.instant(), interval);
  }

  /** The look changed nothing, because of this. */
  @WithTransaction
  Uni<Void> nothing(Id connection, String problem) {
    return followings.looked(connection, clock.instant(), problem);
  }

  /**
   * What is published becomes trusted, what is not is set aside, and what was revoked stays so.
   *
   * @param revision whose metadata it is; people may have moved on meanwhile
   */
  @WithTransaction
  Uni<Void> take(Id connection, Id revision, List<IdpCertificate> published) {
    return connections
        .lock(connection)
        .flatMap(found -> {
          if (found.isEmpty()
              || found.get().before().metadataFollowing() == null
              || !found
                  .get()
                  .before()
                  .followed()
                  .map(one -> one.id().equals(revision))
                  .orElse(false)) {
            return Uni.createFrom().voidItem();
          }
          Optional<KeyPlan> plan = KeyPlan.following(found.get().before(), published);
          return plan.isEmpty()
              ? followings.looked(
                  connection,
                  clock.instant(),
                  "The metadata has no key that may be trusted; the keys stay as they are.")
              : carryOut(found.get(), plan.get());
        });
  }

  private Uni<Void> carryOut(Connections.Locked locked, KeyPlan plan) {
    Id connection = locked.before().id();
    Uni<Void> noted = followings.looked(connection, clock.instant(), null);
    if (plan.add().isEmpty() && plan.change().isEmpty()) {
      return noted;
    }
    return noted
        .flatMap(done -> keys.carryOut(connection, plan))
        .flatMap(done ->
            journal.changed(
                locked,
                "ConnectionChanged",
                "connection.idp_keys_followed",
                Cause.ofService("connection-service")))
        .replaceWithVoid();
  }
}
