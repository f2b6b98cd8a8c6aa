package dev.gatehouse.connection.provider;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values where a text says {@code {{name}}}. */
public final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  private Placeholders() {}

  /** A name without a value is a mistake in the data file. */
  public static UnaryOperator<String> with(Map<String, String> values) {
    return text ->
        PLACEHOLDER
            .matcher(text)
            .replaceAll(found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException("No value for " + found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
