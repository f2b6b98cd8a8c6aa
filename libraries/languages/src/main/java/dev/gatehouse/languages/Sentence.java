package dev.gatehouse.languages;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for values, whose names stand in double braces. */
public record Sentence(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

  /** With the values in the order of its places; what a value itself contains is never a place. */
  public String with(Object... values) {
    Iterator<Object> next = List.of(values).iterator();
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(next.next())));
  }

  /** With the values by the names of its places. */
  String with(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }

  boolean isOpen() {
    return PLACE.matcher(text).find();
  }

  /**
   * The values that were filled in, by the names of their places; empty where it is another
   * sentence. Looks for the words between the places from the left, so that a long text costs no
   * more than its length.
   */
  Map<String, String> valuesIn(String filled) {
    List<String> names = PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    List<String> words = new ArrayList<>(List.of(PLACE.split(text, -1)));
    String end = words.removeLast();
    Map<String, String> values = new LinkedHashMap<>();
    int from = words.getFirst().length();
    if (!filled.startsWith(words.getFirst()) || !filled.endsWith(end)) {
      return Map.of();
    }
    for (int place = 0; place < names.size(); place++) {
      boolean last = place == names.size() - 1;
      int to =
          last ? filled.length() - end.length() : filled.indexOf(words.get(place + 1), from + 1);
      if (to <= from) {
        return Map.of();
      }
      values.put(names.get(place), filled.substring(from, to));
      from = last ? to : to + words.get(place + 1).length();
    }
    return values;
  }
}
