package dev.gatehouse.saml;

/**
 * One line of the decision list.
 *
 * @param expected what the check asked for, in words or as a value; may be empty
 * @param received what the message held; may be empty
 */
public record Check(CheckName name, CheckOutcome outcome, String expected, String received) {

  @Override
  public String toString() {
    return name.code() + " " + outcome;
  }
}
