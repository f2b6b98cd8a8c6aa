package dev.gatehouse.connection.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That people signed in with a connection once and do not any more.
 *
 * @param by who decided so, as the audit trail names them
 */
public record Deactivation(Instant at, String by) {

  static @Nullable Deactivation of(@Nullable Instant at, @Nullable String by) {
    return at == null || by == null ? null : new Deactivation(at, by);
  }
}
