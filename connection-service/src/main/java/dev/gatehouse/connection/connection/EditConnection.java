package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Changes what is the connection's own, not a revision's. */
@ApplicationScoped
class EditConnection {

  private final Connections connections;
  private final Followings followings;
  private final ConnectionJournal journal;
  private final Clock clock;

  EditConnection(
      Connections connections, Followings followings, ConnectionJournal journal, Clock clock) {
    this.connections = connections;
    this.followings = followings;
    this.clock = clock;
    this.journal = journal;
  }

  /** What to change; null leaves it as it is. */
  record Edit(
      @Nullable String name,
      @Nullable Boolean idpInitiatedAllowed,
      @Nullable Boolean followMetadata) {}

  @WithTransaction
  Uni<ChangeOutcome> edit(Id id, long version, Edit edit, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new ChangeOutcome.Gone());
          }
          if (found.get().before().version() != version) {
            return Uni.createFrom().item(new ChangeOutcome.Stale());
          }
          apply(edit, found.get().connection());
          return follow(edit, id)
              .flatMap(done ->
                  journal.changed(found.get(), "ConnectionChanged", "connection.edited", cause))
              .map(ChangeOutcome.Changed::new);
        });
  }

  private Uni<Void> follow(Edit edit, Id id) {
    return edit.followMetadata() == null
        ? Uni.createFrom().voidItem()
        : followings.follow(id, edit.followMetadata(), clock.instant());
  }

  private static void apply(Edit edit, Connection connection) {
    if (edit.name() != null) {
      connection.rename(edit.name());
    }
    if (edit.idpInitiatedAllowed() != null) {
      connection.allowIdpInitiated(edit.idpInitiatedAllowed());
    }
  }
}
