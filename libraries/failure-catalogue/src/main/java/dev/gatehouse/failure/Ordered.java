package dev.gatehouse.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Maps and lists that keep the order of the data files; absent means empty. */
final class Ordered {

  private Ordered() {}

  static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static <V> Map<String, V> mapped(Map<String, V> map, UnaryOperator<V> change) {
    var mapped = new LinkedHashMap<String, V>();
    map.forEach((name, value) -> mapped.put(name, change.apply(value)));
    return mapped;
  }

  static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <V> V existing(Map<String, V> map, String name) {
    V value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing is called " + name + " among " + map.keySet());
    }
    return value;
  }
}
