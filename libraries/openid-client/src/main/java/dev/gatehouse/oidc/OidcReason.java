package dev.gatehouse.oidc;

/**
 * Why something was refused.
 *
 * @param expected what would have passed; may be empty
 * @param received what the other side sent, made printable; may be empty
 * @param text one sentence for the person who configures the identity provider
 */
public record OidcReason(OidcReasonCode code, String expected, String received, String text) {

  public OidcReason {
    expected = Printable.of(expected);
    received = Printable.of(received);
  }

  /** A reason in its code's own words. */
  public static OidcReason of(OidcReasonCode code, String expected, String received) {
    return new OidcReason(code, expected, received, code.explanation());
  }

  // Received values may hold personal data, so they stay out of logs.
  @Override
  public String toString() {
    return code.code();
  }
}
