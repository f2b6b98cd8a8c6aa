package dev.gatehouse.failure;

import dev.gatehouse.languages.Translation;
import java.util.Map;

/**
 * What texts are filled with.
 *
 * @param known by the names of placeholders
 * @param language of the words that stand in for what is not known
 */
record Values(Map<String, String> known, Translation language) {

  Values {
    known = Map.copyOf(known);
  }

  String fill(String text) {
    return Placeholder.fill(text, known, language);
  }

  boolean knowAllOf(String text) {
    return Placeholder.allKnown(text, known);
  }

  // They hold what a message held, which may be personal.
  @Override
  public String toString() {
    return known.keySet().toString();
  }
}
