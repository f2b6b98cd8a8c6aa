package dev.gatehouse.oidc;

/** Makes a stranger's text fit to be stored and shown: one line, no control characters, short. */
public final class Printable {

  private static final int LONGEST = 600;

  private Printable() {}

  /** The text on one line, cut after 600 characters. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /** The text on one line, cut after so many characters. */
  public static String of(String text, int longest) {
    String cut = text.length() > longest ? text.substring(0, longest) + "…" : text;
    var clean = new StringBuilder(cut.length());
    cut.codePoints().forEach(c -> clean.appendCodePoint(isPrintable(c) ? c : ' '));
    return clean.toString().strip();
  }

  // Format characters could turn the direction of the text around them.
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
