package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.Revisions;
import dev.gatehouse.connection.connection.SettingsSource;
import dev.gatehouse.connection.key.ImportKeys;
import dev.gatehouse.connection.key.KeyPlan;
import dev.gatehouse.connection.settings.Settings;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.saml.IdpCertificate;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a revision of what was understood and points the draft at it. Nothing live changes. */
@ApplicationScoped
class SaveDraft {

  private final Connections connections;
  private final Revisions revisions;
  private final ImportKeys keys;
  private final ConnectionJournal journal;
  private final Ids ids;

  SaveDraft(
      Connections connections,
      Revisions revisions,
      ImportKeys keys,
      ConnectionJournal journal,
      Clock clock) {
    this.connections = connections;
    this.revisions = revisions;
    this.keys = keys;
    this.journal = journal;
    this.ids = new Ids(clock);
  }

  /** What the new revision will be. */
  record Content(
      SettingsSource source,
      @Nullable String metadataUrl,
      Settings settings,
      List<IdpCertificate> certificates) {}

  /** What became of it. */
  sealed interface Outcome {
    record Saved(ConnectionSnapshot connection) implements Outcome {}

    record Stale() implements Outcome {}

    record Gone() implements Outcome {}
  }

  @WithTransaction
  Uni<Outcome> save(Id id, long version, Content content, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Gone());
          }
          if (found.get().before().version() != version) {
            return Uni.createFrom().item(new Outcome.Stale());
          }
          return save(found.get(), content, cause);
        });
  }

  @WithTransaction
  Uni<Outcome> discard(Id id, long version, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Gone());
          }
          if (found.get().before().version() != version) {
            return Uni.createFrom().item(new Outcome.Stale());
          }
          if (found.get().before().draft() == null) {
            return Uni.createFrom().item(new Outcome.Saved(found.get().before()));
          }
          found.get().connection().discardDraft();
          return journal
              .changed(found.get(), "ConnectionChanged", "connection.draft_discarded", cause)
              .map(Outcome.Saved::new);
        });
  }

  private Uni<Outcome> save(Connections.Locked locked, Content content, Cause cause) {
    Id id = locked.before().id();
    Id next = ids.next(IdKind.REVISION);
    Revision revision =
        new Revision(
            next,
            locked.connection().nextRevisionNumber(),
            locked.before().protocol(),
            content.source(),
            content.metadataUrl(),
            content.settings(),
            next.createdAt(),
            cause.actor(),
            null);
    KeyPlan plan =
        KeyPlan.importing(
            locked.before(), content.certificates(), issuerChanges(locked.before(), content));
    locked.connection().workOn(revision.id());
    return revisions
        .add(locked.connection(), revision)
        .flatMap(added -> keys.carryOut(id, plan))
        .flatMap(carried ->
            journal.changed(locked, "ConnectionChanged", "connection.draft_saved", cause))
        .map(Outcome.Saved::new);
  }

  private static boolean issuerChanges(ConnectionSnapshot before, Content content) {
    Optional<Revision> current = before.current();
    return current.isPresent()
        && !current.get().settings().issuer().equals(content.settings().issuer());
  }
}
