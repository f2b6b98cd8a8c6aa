package dev.gatehouse.connection.connection;

/** What became of a step of a key rotation. */
sealed interface RotationOutcome {

  record Done(ConnectionSnapshot connection) implements RotationOutcome {}

  /** The rotation is not at this step. */
  record NotNow() implements RotationOutcome {}

  record Gone() implements RotationOutcome {}
}
