package dev.gatehouse.saml;

/**
 * Why a response was refused.
 *
 * @param expected what would have passed; may be empty
 * @param received what the message held; may be empty
 * @param text one sentence for the person who configures the identity provider
 */
public record Reason(ReasonCode code, String expected, String received, String text) {

  /** A reason in its code's own words. */
  public static Reason of(ReasonCode code, String expected, String received) {
    return new Reason(code, expected, received, code.explanation());
  }

  // Received values may hold personal data, so they stay out of logs.
  @Override
  public String toString() {
    return code.code();
  }
}
