package dev.gatehouse.gateway.attempt;

/**
 * One reason why an attempt failed, whether it lay in the response or with us.
 *
 * @param expected may be empty
 * @param received may be empty; may be personal data
 */
public record Finding(String code, String title, String text, String expected, String received) {

  /** A reason of ours. */
  public static Finding of(SignInReason reason) {
    return of(reason, "", "");
  }

  /** A reason of ours, with what was expected and what came. */
  public static Finding of(SignInReason reason, String expected, String received) {
    return new Finding(reason.code(), reason.title(), reason.explanation(), expected, received);
  }

  @Override
  public String toString() {
    return code;
  }
}
