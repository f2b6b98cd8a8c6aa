package dev.gatehouse.oidc.fetch;

/** What became of a request. */
public sealed interface HttpAnswer {

  /** The other side answered, with whatever status. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(int status, byte[] body) implements HttpAnswer {
    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length + " bytes]";
    }
  }

  /**
   * Nothing usable came back, or the address may not be asked.
   *
   * @param text one sentence for the admin, none of it from the other side
   */
  record NoAnswer(String text) implements HttpAnswer {}
}
