package dev.gatehouse.sealing;

/** What was sealed cannot be opened: another key, another context, or altered bytes. */
public final class SealedUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealedUnreadable(String context, Throwable cause) {
    super("Cannot open what was sealed for " + context, cause);
  }
}
