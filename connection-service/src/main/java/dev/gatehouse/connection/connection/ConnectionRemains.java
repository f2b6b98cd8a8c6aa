package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;

/** What other features keep about a connection, and must forget with it. */
public interface ConnectionRemains {

  /** Deletes it, in the transaction of the connection's deletion. */
  Uni<Void> forget(Id connection);
}
