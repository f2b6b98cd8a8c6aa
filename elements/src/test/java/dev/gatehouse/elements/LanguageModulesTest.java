package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** English comes with the main module, every other language when somebody reads it. */
class LanguageModulesTest {
  private static final String GERMAN = "GET /elements/gatehouse-de.js";
  private static final List<String> OTHERS = List.of("de", "fr", "es", "ja");
  private static final String ENGLISH_TAB = "Members";
  private static final String GERMAN_TAB = "Mitglieder";
  private static final String FRENCH_TAB = "Membres";

  /** What is written in the component, through all shadow roots. */
  private static final String WRITTEN =
      """
      async () => {
        const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        await drawn();
        const text = (node) => node.nodeType === Node.TEXT_NODE ? node.data
          : node.localName === 'style' ? '' : [...(node.shadowRoot ?? node).childNodes].map(text).join(' ');
        return text(document.querySelector('organization-profile')).trim();
      }
      """;

  private final Stage stage = new Stage();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  @AfterEach
  void close() {
    answered.countDown();
    stage.close();
  }

  @Test
  void anEnglishPageLoadsNoOtherLanguage() {
    open("en");
    sees(stage.text(ENGLISH_TAB));
    assertThat(loaded()).isEmpty();
  }

  @Test
  void aPageLoadsItsOwnLanguageAndNoOther() {
    open("de-AT");
    sees(stage.text(GERMAN_TAB));
    assertThat(loaded()).containsExactly("de");
    assertThat(stage.complaints).isEmpty();
  }

  @Test
  void nothingIsSaidInEnglishWhileTheLanguageLoads() throws InterruptedException {
    holdGermanBack();
    open("de");
    asked.await(30, TimeUnit.SECONDS);
    assertThat(stage.page.evaluate(WRITTEN)).isEqualTo("");

    answered.countDown();

    sees(stage.text(GERMAN_TAB));
  }

  @Test
  void whatIsOnScreenStaysUntilTheOtherLanguageIsThere() throws InterruptedException {
    holdGermanBack();
    open("en");
    sees(stage.text(ENGLISH_TAB));
    turnTo("de");
    asked.await(30, TimeUnit.SECONDS);
    assertThat((String) stage.page.evaluate(WRITTEN)).contains(ENGLISH_TAB);

    answered.countDown();

    sees(stage.text(GERMAN_TAB));
    Stage.goes(stage.text(ENGLISH_TAB));
  }

  @Test
  void aLanguageThatComesLateDoesNotReplaceTheOneAskedForSince() throws InterruptedException {
    holdGermanBack();
    open("de");
    asked.await(30, TimeUnit.SECONDS);
    turnTo("fr");
    sees(stage.text(FRENCH_TAB));

    answered.countDown();
    stage.page.evaluate("async () => (await import('/elements/gatehouse.js')).textsIn('de')");

    assertThat((String) stage.page.evaluate(WRITTEN))
        .contains(FRENCH_TAB)
        .doesNotContain(GERMAN_TAB);
  }

  @Test
  void aLanguageThatCannotBeLoadedIsReplacedByEnglish() {
    stage.api.on(GERMAN, Answer.problem(503, "unavailable", "Not now."));
    open("de");
    sees(stage.text(ENGLISH_TAB));
    assertThat(stage.api.requests("GET " + Samples.ORGANIZATION_PATH))
        .extracting(request -> request.header("accept-language"))
        .containsOnly("en");
    assertThat(stage.complaints).isEmpty();
  }

  private void open(String language) {
    Samples.acme(stage.api);
    stage.open("lang=" + language);
  }

  private void holdGermanBack() {
    stage.api.on(
        GERMAN,
        _ -> {
          asked.countDown();
          try {
            answered.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return PlayedApi.module("/elements/gatehouse-de.js").orElseThrow();
        });
  }

  private void turnTo(String language) {
    stage.page.evaluate("(language) => { document.documentElement.lang = language }", language);
  }

  private List<String> loaded() {
    return OTHERS.stream()
        .filter(one -> !stage.api.requests("GET /elements/gatehouse-" + one + ".js").isEmpty())
        .toList();
  }
}
