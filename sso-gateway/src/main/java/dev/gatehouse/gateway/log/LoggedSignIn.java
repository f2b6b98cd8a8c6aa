package dev.gatehouse.gateway.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished sign-in as it is stored.
 *
 * @param organization whose it is; null, as is the connection, if that was never known
 * @param reference what the person was shown when it failed
 * @param findings why it failed, each with what was expected and received
 */
record LoggedSignIn(
    Id id,
    @Nullable Id organization,
    @Nullable Id connection,
    @Nullable Id revision,
    @Nullable Id application,
    Outcome outcome,
    Instant at,
    @Nullable Id person,
    @Nullable String email,
    @Nullable String reference,
    List<String> reasons,
    List<FailedSignIn.Finding> findings,
    List<FailedSignIn.CheckLine> checks) {

  /** How a sign-in ended. */
  enum Outcome {
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED;

    String stored() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "LoggedSignIn[" + id + "]";
  }
}
