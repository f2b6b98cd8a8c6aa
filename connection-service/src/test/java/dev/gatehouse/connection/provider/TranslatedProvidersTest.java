package dev.gatehouse.connection.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.TranslationFlaws;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The guides say the same in every language. */
class TranslatedProvidersTest {

  /** Begins like a description of ours, not like a label or a value of a console. */
  private static final Pattern DESCRIPTION = Pattern.compile("(?i)(the|your|an?) .*");

  private final Providers providers = new Providers();
  private final Set<String> needed = new HashSet<>();
  private final Set<String> possible = new HashSet<>();

  TranslatedProvidersTest() {
    for (Provider provider : providers.all()) {
      label(provider.console().name());
      needed.addAll(provider.before());
      needed.add(provider.metadata().where());
      needed.addAll(provider.pitfalls());
      provider.steps().forEach(this::step);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void everyTextIsTranslatedAndNothingElse(Language language) {
    assertThat(TranslationFlaws.of(Providers.translation(language), needed, possible)).isEmpty();
  }

  @Test
  void theSameLabelsAreTranslatedInEveryLanguage() {
    assertThat(
            Stream.of(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .map(language -> Set.copyOf(Providers.translation(language).texts().keySet()))
                .distinct())
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotATextIsTheSameInEveryLanguage(Language language) {
    assertThat(providers.all())
        .allSatisfy(english -> {
          Provider other = providers.find(english.key(), language).orElseThrow();
          assertThat(other.defaults()).isEqualTo(english.defaults());
          assertThat(other.metadata().example()).isEqualTo(english.metadata().example());
          assertThat(other.steps().stream().flatMap(TranslatedProvidersTest::labels))
              .containsExactlyElementsOf(
                  english.steps().stream().flatMap(TranslatedProvidersTest::labels).toList());
        });
  }

  private static Stream<String> labels(Provider.Step step) {
    return Stream.concat(
        Stream.ofNullable(step.fields())
            .flatMap(fields -> fields.stream())
            .map(Provider.Field::label),
        Stream.ofNullable(step.attributes())
            .flatMap(attributes -> attributes.stream())
            .map(Provider.Attribute::name));
  }

  private void step(Provider.Step step) {
    needed.add(step.title());
    needed.addAll(step.text());
    Stream.ofNullable(step.fields())
        .flatMap(fields -> fields.stream())
        .forEach(field -> {
          label(field.value());
          note(field.note());
        });
    Stream.ofNullable(step.attributes())
        .flatMap(attributes -> attributes.stream())
        .forEach(attribute -> {
          label(attribute.source());
          note(attribute.note());
        });
  }

  private void note(@Nullable String note) {
    if (note != null) {
      needed.add(note);
    }
  }

  private void label(String label) {
    (DESCRIPTION.matcher(label).matches() ? needed : possible).add(label);
  }
}
