package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a test run. */
enum RunStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("passed")
  PASSED,
  @JsonProperty("failed")
  FAILED,
  /** Nobody came back from the identity provider in time. */
  @JsonProperty("abandoned")
  ABANDONED
}
