package dev.gatehouse.org.elements;

import dev.gatehouse.languages.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of {@code elements}: the main one, and the texts of each language but English. */
@ApplicationScoped
class ElementsModules {
  private static final String MAIN = "gatehouse.js";

  /** By the end of their addresses. */
  static final Set<String> NAMES =
      Stream.concat(Stream.of(MAIN), Stream.of(Language.values()).flatMap(ElementsModules::texts))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, ElementsModule> modules =
      NAMES.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), ElementsModules::read));

  Optional<ElementsModule> named(String name) {
    return Optional.ofNullable(modules.get(name));
  }

  private static Stream<String> texts(Language language) {
    return language == Language.ENGLISH
        ? Stream.empty()
        : Stream.of("gatehouse-" + language.tag() + ".js");
  }

  private static ElementsModule read(String name) {
    try (InputStream module =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("elements/" + name)) {
      if (module == null) {
        throw new IllegalStateException(name + " is missing: build the module elements");
      }
      return new ElementsModule(module.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
