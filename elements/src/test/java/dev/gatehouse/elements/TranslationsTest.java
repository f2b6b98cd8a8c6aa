package dev.gatehouse.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TranslationsTest {
  /** Complete in the modules as they are delivered, not only where the compiler looks. */
  private static final String DEFECTS =
      """
      async () => {
        const { languages, textsIn } = await import('/elements/gatehouse.js');
        const read = languages.map(async (language) => [language, await textsIn(language)]);
        const messages = Object.fromEntries(await Promise.all(read));
        const placeholders = (text) => JSON.stringify([...new Set(text.match(/\\{\\w+\\}/g) ?? [])].sort());
        const other = (message) => typeof message === 'string' ? message : message?.other;
        const defects = [];
        for (const [language, texts] of Object.entries(messages)) {
          for (const [key, english] of Object.entries(messages.en)) {
            const text = other(texts[key]);
            if (!text) defects.push(language + ' lacks ' + key);
            else if (placeholders(text) !== placeholders(other(english)))
              defects.push(language + ' has other values in ' + key);
          }
          for (const key of Object.keys(texts)) {
            if (!(key in messages.en)) defects.push(language + ' has the unknown ' + key);
          }
        }
        return defects;
      }
      """;

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void everyTextExistsInEveryLanguageWithTheSameValues() {
    stage.open("");
    assertThat((List<?>) stage.page.evaluate(DEFECTS)).isEmpty();
  }

  @Test
  void thereAreFiveLanguages() {
    stage.open("");
    Object languages =
        stage.page.evaluate("async () => (await import('/elements/gatehouse.js')).languages");
    assertThat((List<?>) languages).asList().containsExactly("en", "de", "fr", "es", "ja");
  }

  @Test
  void hardlyAnyTextIsLeftInEnglish() {
    stage.open("");
    Object same =
        stage.page.evaluate(
            """
            async () => {
              const { languages, textsIn } = await import('/elements/gatehouse.js');
              const read = languages.map(async (language) => [language, await textsIn(language)]);
              const messages = Object.fromEntries(await Promise.all(read));
              const count = {};
              for (const [language, texts] of Object.entries(messages)) {
                if (language === 'en') continue;
                const keys = Object.keys(texts).filter((key) =>
                  typeof texts[key] === 'string' && texts[key] === messages.en[key] &&
                  texts[key].replace(/\\{\\w+\\}/g, '').trim().includes(' '));
                if (keys.length) count[language] = keys;
              }
              return count;
            }
            """);
    assertThat((Map<?, ?>) same).isEmpty();
  }
}
