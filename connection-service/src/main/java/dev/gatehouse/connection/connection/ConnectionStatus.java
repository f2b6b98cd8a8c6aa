package dev.gatehouse.connection.connection;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection is; always derived, never stored.
 *
 * <pre>
 * unconfigured --save draft--> in_progress --test passes--> inactive --activate--> active
 *                                   ^                          |  ^----deactivate----'
 *                                   '--------save draft--------'
 * </pre>
 */
public enum ConnectionStatus {
  /** There is no complete revision. */
  @JsonProperty("unconfigured")
  UNCONFIGURED,
  /** There is one, which has not passed a test. */
  @JsonProperty("in_progress")
  IN_PROGRESS,
  /** It has passed, and nothing is live. */
  @JsonProperty("inactive")
  INACTIVE,
  /** A revision is live; a draft may exist beside it. */
  @JsonProperty("active")
  ACTIVE;

  static ConnectionStatus of(@Nullable Revision draft, @Nullable Revision live) {
    if (live != null) {
      return ACTIVE;
    }
    if (draft == null) {
      return UNCONFIGURED;
    }
    return draft.isTested() ? INACTIVE : IN_PROGRESS;
  }
}
