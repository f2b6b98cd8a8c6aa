package dev.gatehouse.gateway.openid;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an OAuth request. Parameters without a value count as omitted, unknown ones are
 * ignored, and none may come twice (RFC 6749 sections 3.1 and 3.2).
 */
public record Parameters(MultivaluedMap<String, String> values) {

  /** Null unless there is a value. */
  public @Nullable String get(String name) {
    List<String> all = values.get(name);
    return all == null || all.isEmpty() || all.getFirst().isEmpty() ? null : all.getFirst();
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** The words of a space-separated value. */
  List<String> words(String name) {
    String value = get(name);
    return value == null
        ? List.of()
        : List.of(value.split(" ", -1)).stream()
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
  }

  boolean isRepeated(String name) {
    return values.getOrDefault(name, List.of()).size() > 1;
  }

  /** The first of the given names whose value holds what no text has (RFC 6749 appendix A). */
  Optional<String> unprintable(List<String> names) {
    return names.stream()
        .filter(name ->
            values.getOrDefault(name, List.of()).stream()
                .flatMapToInt(String::chars)
                .anyMatch(Character::isISOControl))
        .findFirst();
  }

  /** The first of the given names that came twice. */
  public Optional<String> repeated(List<String> names) {
    return names.stream().filter(this::isRepeated).findFirst();
  }
}
