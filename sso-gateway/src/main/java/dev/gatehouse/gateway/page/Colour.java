package dev.gatehouse.gateway.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** An opaque sRGB colour, to be told apart from others by contrast (WCAG 2.2, 1.4.3). */
record Colour(int red, int green, int blue) {

  static final Colour WHITE = new Colour(255, 255, 255);
  static final Colour NIGHT = new Colour(0x14, 0x16, 0x1a);

  private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

  static Colour parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a colour is written #rrggbb, not " + text);
    }
    int value = Integer.parseInt(text.substring(1), 16);
    return new Colour(value >> 16, value >> 8 & 0xff, value & 0xff);
  }

  /** From 1, the same, to 21, black on white. */
  double contrastWith(Colour other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The colour of text on this one. */
  Colour readable() {
    return contrastWith(WHITE) >= contrastWith(NIGHT) ? WHITE : NIGHT;
  }

  String css() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
