package dev.gatehouse.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.languages.Translation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to change where in one console, as written in a provider's file.
 *
 * @param at the name of one of the file's places
 * @param field the last step of the way, a label there
 * @param enter labels there, each with the value to carry into it
 * @param hints product and text
 */
record Place(
    @Nullable String at,
    @Nullable String field,
    Map<String, String> enter,
    @JsonProperty(required = true) String remedy,
    Map<String, String> hints) {

  Place {
    enter = Ordered.copy(enter);
    hints = Ordered.copy(hints);
  }

  /** The same in another language; labels stay as the console has them. */
  Place translated(Translation language) {
    return new Place(
        at,
        field == null ? null : language.of(field),
        enter,
        language.of(remedy),
        Ordered.mapped(hints, language::of));
  }

  /** General words, for which no console has a place. */
  static Place nowhere(String remedy) {
    return new Place(null, null, Map.of(), remedy, Map.of());
  }

  List<String> way(Map<String, List<String>> places) {
    List<String> start = at == null ? List.of() : Ordered.existing(places, at);
    return Stream.concat(start.stream(), Stream.ofNullable(field)).toList();
  }

  List<FieldValue> toEnter(Values values) {
    return enter.entrySet().stream()
        .filter(entry -> values.knowAllOf(entry.getValue()))
        .map(entry -> new FieldValue(entry.getKey(), values.fill(entry.getValue())))
        .toList();
  }

  List<Hint> filledHints(Values values) {
    return hints.entrySet().stream()
        .map(entry -> new Hint(entry.getKey(), values.fill(entry.getValue())))
        .toList();
  }
}
