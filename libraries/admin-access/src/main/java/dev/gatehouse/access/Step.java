package dev.gatehouse.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of setting up single sign-on that a set-up link may be for. */
public enum Step {
  DOMAINS,
  CONNECTION,
  TEST,
  ACTIVATE;

  private static final String SCOPE = "setup:";

  /** As it stands in requests and answers. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Step parse(String word) {
    return find(word)
        .orElseThrow(() -> new IllegalArgumentException("There is no step named " + word));
  }

  /** The step with this word. */
  public static Optional<Step> find(String word) {
    return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
  }

  /** The steps as a token carries them, for example {@code setup:domains setup:test}. */
  public static String scope(Set<Step> steps) {
    return steps.stream()
        .sorted()
        .map(step -> SCOPE + step.word())
        .collect(Collectors.joining(" "));
  }

  static Set<Step> ofScope(String scope) {
    return Arrays.stream(scope.split(" ", -1))
        .filter(part -> part.startsWith(SCOPE))
        .map(part -> find(part.substring(SCOPE.length())))
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
