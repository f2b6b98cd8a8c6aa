package dev.gatehouse.oidc;

/**
 * One line of the decision list.
 *
 * @param expected what the check asked for, in words or as a value; may be empty
 * @param received what came, made printable; may be empty
 */
public record OidcCheck(
    OidcCheckName name, CheckOutcome outcome, String expected, String received) {

  public OidcCheck {
    expected = Printable.of(expected);
    received = Printable.of(received);
  }

  @Override
  public String toString() {
    return name.code() + " " + outcome;
  }
}
