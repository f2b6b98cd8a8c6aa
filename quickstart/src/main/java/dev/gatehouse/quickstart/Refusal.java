package dev.gatehouse.quickstart;

/** Why the launcher does not go on, in one line that says what to do. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String line) {
    super(line);
  }

  Refusal(String line, Throwable cause) {
    super(line, cause);
  }

  /** The line itself. */
  String line() {
    return String.valueOf(getMessage());
  }
}
