package dev.gatehouse.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.languages.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A message that is missing in one language would be English there, and the build would not say.
 */
class PageTextsTest {

  private static final Pattern VALUE = Pattern.compile("\\{[^}]*}");

  @ParameterizedTest
  @EnumSource
  void everyMessageIsThereInEveryLanguage(Language language) throws IOException {
    Set<String> messages =
        Stream.of(PageTexts.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    assertThat(file(language).stringPropertyNames()).isEqualTo(messages);
    assertThat(file(language).values()).allMatch(text -> !text.toString().isBlank());
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageHasTheSameValuesInEveryLanguage(Language language) throws IOException {
    Properties english = file(Language.ENGLISH);
    file(language)
        .forEach((key, text) ->
            assertThat(values(text.toString()))
                .as(language.tag() + " " + key)
                .isEqualTo(values(english.getProperty(key.toString()))));
  }

  @ParameterizedTest
  @EnumSource
  void everyFileNamesItsOwnLanguage(Language language) throws IOException {
    assertThat(file(language).getProperty("language")).isEqualTo(language.tag());
  }

  private static Set<String> values(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties file(Language language) throws IOException {
    String name = "/messages/page_" + language.tag() + ".properties";
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(PageTextsTest.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(in);
      return properties;
    }
  }
}
