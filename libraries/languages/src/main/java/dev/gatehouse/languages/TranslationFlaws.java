package dev.gatehouse.languages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is wrong with a translation. For tests: with them a sentence cannot change in English and
 * lose its translation without anybody noticing.
 */
public final class TranslationFlaws {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");
  private static final Pattern BOLD = Pattern.compile("\\*\\*.+?\\*\\*");

  private TranslationFlaws() {}

  /**
   * Empty if each needed text has a translation, nothing else has, and placeholders and bold parts
   * are the same on both sides.
   *
   * @param needed English texts
   * @param possible English texts that may have one: labels, most of which stay as they are
   */
  public static List<String> of(
      Translation translation, Collection<String> needed, Collection<String> possible) {
    Map<String, String> texts = translation.texts();
    List<String> flaws = new ArrayList<>();
    new LinkedHashSet<>(needed)
        .stream()
            .filter(text -> !texts.containsKey(text))
            .map("not translated: "::concat)
            .forEach(flaws::add);
    texts.forEach((english, other) -> {
      if (!needed.contains(english) && !possible.contains(english)) {
        flaws.add("no such text any more: " + english);
      }
      if (other.isBlank()) {
        flaws.add("empty: " + english);
      }
      if (!counted(PLACEHOLDER, english).equals(counted(PLACEHOLDER, other))) {
        flaws.add("other placeholders: " + other);
      }
      if (!counted(BOLD, english).keySet().equals(counted(BOLD, other).keySet())) {
        flaws.add("other bold parts: " + other);
      }
    });
    return flaws;
  }

  private static Map<String, Integer> counted(Pattern pattern, String text) {
    Map<String, Integer> counted = new TreeMap<>();
    pattern.matcher(text).results().forEach(it -> counted.merge(it.group(), 1, Integer::sum));
    return counted;
  }
}
