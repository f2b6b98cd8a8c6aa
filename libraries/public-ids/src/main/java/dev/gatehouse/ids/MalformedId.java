package dev.gatehouse.ids;

/** The text is not an id of the expected kind; a client's mistake (400), never a missing thing. */
public final class MalformedId extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 40;

  MalformedId(IdKind kind, String text) {
    super("Expected " + kind.prefix() + "_ and 26 base32 characters, got \"" + shown(text) + "\"");
  }

  MalformedId(String text) {
    super("Unknown kind of id: \"" + shown(text) + "\"");
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
