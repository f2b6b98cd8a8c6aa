package dev.gatehouse.gateway.attempt;

/**
 * One line of the decision list, whatever the protocol.
 *
 * @param name stable, for machines
 * @param title for people
 * @param expected what the check asked for, in words or as a value; may be empty
 * @param received what the message held; may be empty; may be personal data
 */
public record Check(String name, String title, Outcome outcome, String expected, String received) {

  /** How far a check got. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** An earlier check ended the decision, or there was nothing to look at. */
    NOT_REACHED
  }

  /** That the answer was not used before: always the last, and ours. */
  public static Check replay(Outcome outcome) {
    return new Check("replay", "Not seen before", outcome, "", "");
  }

  @Override
  public String toString() {
    return name + " " + outcome;
  }
}
