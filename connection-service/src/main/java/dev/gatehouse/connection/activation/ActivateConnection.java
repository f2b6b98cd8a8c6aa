package dev.gatehouse.connection.activation;

import dev.gatehouse.connection.activation.ActivationOutcome.Activated;
import dev.gatehouse.connection.activation.ActivationOutcome.AlreadyLive;
import dev.gatehouse.connection.activation.ActivationOutcome.ConfirmationRequired;
import dev.gatehouse.connection.activation.ActivationOutcome.Gone;
import dev.gatehouse.connection.activation.ActivationOutcome.Incomplete;
import dev.gatehouse.connection.activation.ActivationOutcome.Refused;
import dev.gatehouse.connection.activation.ActivationOutcome.RevisionUnknown;
import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.Revisions;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a tested revision what people sign in with: one transaction, one event. */
@ApplicationScoped
class ActivateConnection {

  private final Connections connections;
  private final Revisions revisions;
  private final SelfServeSwitch selfServe;
  private final ConnectionJournal journal;

  ActivateConnection(
      Connections connections,
      Revisions revisions,
      SelfServeSwitch selfServe,
      ConnectionJournal journal) {
    this.connections = connections;
    this.revisions = revisions;
    this.selfServe = selfServe;
    this.journal = journal;
  }

  /**
   * Two attempts at a time happen one after the other, because each locks the connection.
   *
   * @param wanted any revision of the connection, or null for the draft
   * @param mayReplaceLive whether the caller may change what people sign in with already
   */
  @WithTransaction
  Uni<ActivationOutcome> activate(
      Id id, @Nullable Id wanted, boolean relinkConfirmed, boolean mayReplaceLive, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return outcome(new Gone());
          }
          if (!mayReplaceLive && found.get().before().live() != null) {
            return outcome(new ConfirmationRequired());
          }
          return wanted == null
              ? draft(found.get(), relinkConfirmed, cause)
              : revisions
                  .find(id, wanted)
                  .flatMap(revision ->
                      revision.isEmpty()
                          ? outcome(new RevisionUnknown())
                          : decide(found.get(), revision.get(), relinkConfirmed, cause));
        });
  }

  private Uni<ActivationOutcome> draft(
      Connections.Locked locked, boolean relinkConfirmed, Cause cause) {
    Optional<Revision> draft = Optional.ofNullable(locked.before().draft());
    return draft.isEmpty()
        ? outcome(new Incomplete(locked.before().missing()))
        : decide(locked, draft.get(), relinkConfirmed, cause);
  }

  private Uni<ActivationOutcome> decide(
      Connections.Locked locked, Revision revision, boolean relinkConfirmed, Cause cause) {
    ConnectionSnapshot before = locked.before();
    if (before.live() != null && before.live().id().equals(revision.id())) {
      return outcome(new AlreadyLive(before));
    }
    return selfServe
        .isOn(before.organization())
        .map(on ->
            ActivationPolicy.against(
                new ActivationPolicy.Facts(before, revision, on, relinkConfirmed)))
        .flatMap(objections ->
            objections.isEmpty()
                ? goLive(locked, revision, cause)
                : outcome(new Refused(objections)));
  }

  private Uni<ActivationOutcome> goLive(Connections.Locked locked, Revision revision, Cause cause) {
    locked.connection().goLive(revision.id());
    return journal
        .changed(locked, "ConnectionActivated", "connection.activated", cause)
        .map(Activated::new);
  }

  private static Uni<ActivationOutcome> outcome(ActivationOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
