package dev.gatehouse.saml.offline;

/** Something about the question itself, so that no response was judged. */
final class BadInput extends Exception {

  private static final long serialVersionUID = 1L;

  BadInput(String text) {
    super(text);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
