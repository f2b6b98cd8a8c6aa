package dev.gatehouse.intake;

/** No retry can help this record; it goes to the dead-letter topic and somebody is alarmed. */
final class Undecodable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Undecodable(String what) {
    super(what);
  }

  Undecodable(String what, Throwable cause) {
    super(what, cause);
  }
}
