package dev.gatehouse.connection.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an identity provider's key is worth. Only trusted keys are ever accepted. */
public enum Trust {
  @JsonProperty("trusted")
  TRUSTED,
  /** Seen in newer metadata, waiting for somebody to trust it. */
  @JsonProperty("candidate")
  CANDIDATE,
  /** Beats every revision, a rollback to an older one included. */
  @JsonProperty("revoked")
  REVOKED
}
