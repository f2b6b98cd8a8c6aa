package dev.gatehouse.fetch;

/** What became of posting a form. */
public sealed interface PostOutcome
    permits PostOutcome.Answered, FetchOutcome.Refused, FetchOutcome.Failed {

  /** The address answered, with any status but a redirect, and a body within bounds. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(int status, byte[] body, String contentType) implements PostOutcome {
    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length + " bytes]";
    }
  }
}
