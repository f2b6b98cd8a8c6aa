package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a connection and destroys its keys; the row stays, so that its end can be repeated. */
@ApplicationScoped
public class DeleteConnection {

  private final Connections connections;
  private final Revisions revisions;
  private final SpKeys spKeys;
  private final IdpKeys idpKeys;
  private final Assignments assignments;
  private final Followings followings;
  private final ConnectionJournal journal;
  private final ConnectionRemains remains;

  DeleteConnection(
      Connections connections,
      Revisions revisions,
      SpKeys spKeys,
      IdpKeys idpKeys,
      Assignments assignments,
      Followings followings,
      ConnectionJournal journal,
      ConnectionRemains remains) {
    this.connections = connections;
    this.revisions = revisions;
    this.spKeys = spKeys;
    this.idpKeys = idpKeys;
    this.assignments = assignments;
    this.followings = followings;
    this.journal = journal;
    this.remains = remains;
  }

  /** What became of a deletion. */
  public enum Outcome {
    DELETED,
    /** People sign in with it. */
    ACTIVE,
    GONE
  }

  /** Refused while people sign in with it. */
  @WithTransaction
  public Uni<Outcome> delete(Id id, Cause cause) {
    return delete(id, false, cause);
  }

  /** Its organization is gone, so nobody signs in any more. */
  @WithTransaction
  public Uni<Outcome> deleteEvenIfActive(Id id, Cause cause) {
    return delete(id, true, cause);
  }

  private Uni<Outcome> delete(Id id, boolean evenIfActive, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(Outcome.GONE);
          }
          if (found.get().before().isActive() && !evenIfActive) {
            return Uni.createFrom().item(Outcome.ACTIVE);
          }
          found.get().connection().delete();
          return forget(id)
              .flatMap(forgotten -> journal.deleted(found.get(), cause))
              .replaceWith(Outcome.DELETED);
        });
  }

  private Uni<Void> forget(Id id) {
    return assignments
        .forget(id)
        .flatMap(next -> remains.forget(id))
        .flatMap(next -> followings.forget(id))
        .flatMap(next -> revisions.forget(id))
        .flatMap(next -> idpKeys.forget(id))
        .flatMap(next -> spKeys.forget(id));
  }
}
