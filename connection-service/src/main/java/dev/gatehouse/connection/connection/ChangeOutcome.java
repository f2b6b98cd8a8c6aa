package dev.gatehouse.connection.connection;

/** What became of a change that was based on a version somebody read. */
public sealed interface ChangeOutcome {

  record Changed(ConnectionSnapshot connection) implements ChangeOutcome {}

  /** Somebody else changed it first. */
  record Stale() implements ChangeOutcome {}

  /** It was deleted meanwhile. */
  record Gone() implements ChangeOutcome {}
}
