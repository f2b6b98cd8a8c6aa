package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a run came, in this order. */
enum Progress {
  @JsonProperty("started")
  STARTED,
  /** The browser was sent to the identity provider. */
  @JsonProperty("request_sent")
  REQUEST_SENT,
  @JsonProperty("answer_received")
  ANSWER_RECEIVED
}
