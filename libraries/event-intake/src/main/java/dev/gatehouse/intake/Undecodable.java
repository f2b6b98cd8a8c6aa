package dev.gatehouse.intake;

/**
 * No retry can help this record; it goes to the dead-letter topic and somebody is alarmed. It has
 * no cause: parsers quote what they read, and that is logged nowhere.
 */
final class Undecodable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Undecodable(String what) {
    super(what);
  }
}
