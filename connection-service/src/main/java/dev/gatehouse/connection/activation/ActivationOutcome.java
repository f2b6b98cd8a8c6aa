package dev.gatehouse.connection.activation;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import java.util.List;

/** What became of an attempt to go live. */
sealed interface ActivationOutcome {

  record Activated(ConnectionSnapshot connection) implements ActivationOutcome {}

  /** This very revision is live already; nothing was done. */
  record AlreadyLive(ConnectionSnapshot connection) implements ActivationOutcome {}

  /** At least one objection, the one to tell first. */
  record Refused(List<Objection> objections) implements ActivationOutcome {}

  /** No revision was named, and there is no draft. */
  record Incomplete(List<String> missing) implements ActivationOutcome {}

  record RevisionUnknown() implements ActivationOutcome {}

  record Gone() implements ActivationOutcome {}

  /** Something is live, and the caller may only prepare what replaces it. */
  record ConfirmationRequired() implements ActivationOutcome {}
}
