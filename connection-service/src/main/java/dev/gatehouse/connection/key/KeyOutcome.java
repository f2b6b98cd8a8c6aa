package dev.gatehouse.connection.key;

import dev.gatehouse.connection.connection.ConnectionSnapshot;

/** What became of a change of a connection's keys. */
sealed interface KeyOutcome {

  record Done(ConnectionSnapshot connection) implements KeyOutcome {}

  record KeyUnknown() implements KeyOutcome {}

  record Gone() implements KeyOutcome {}
}
