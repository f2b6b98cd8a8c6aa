package dev.gatehouse.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every screen and dialog, wherever somebody meets it. */
@Execution(ExecutionMode.CONCURRENT)
class ScreensTest {
  /** 320 CSS pixels are a window of 1280 at 400 % zoom (WCAG 1.4.10). */
  private static final List<Guise> NARROW =
      List.of(Guise.NARROW, Guise.GERMAN.atWidth(320), Guise.EMBEDDED);

  /**
   * What sticks out of the window, or of the column that the page gives, through all shadow roots;
   * what scrolls by itself may.
   */
  private static final String STICKING_OUT =
      """
      () => {
        const found = [];
        const width = document.documentElement.clientWidth;
        const given = [...document.querySelectorAll('[base-url]')].find((one) => one.style.inlineSize);
        // Buttons that look like text reach out of the column, so that their text lines up with what is around.
        const margin = given ? 9 : 1;
        const { left, right } = given?.getBoundingClientRect() ?? { left: 0, right: width };
        // What is meant to scroll, and what only screen readers see. A card that cuts off is neither.
        // A dialog lies over the window, whatever column its element is in.
        const scrolls = (element) =>
          element.matches(given ? 'pre, output, textarea, [role=tablist], dialog' : 'pre, output, textarea, [role=tablist]')
            || getComputedStyle(element).clipPath !== 'none';
        const look = (root, inside) => {
          for (const element of root.querySelectorAll('*')) {
            const parent = element.assignedSlot ?? element.parentElement;
            const held = inside || (parent && within(parent));
            const box = element.getBoundingClientRect();
            // What is folded away keeps the size that it had in an earlier window.
            const seen = element.checkVisibility() && box.width > 1 && box.height > 1
              && getComputedStyle(element).clipPath === 'none';
            const over = given && element.matches('dialog');
            if (!held && !over && seen && (box.right > right + 1 || box.left < left - margin)) {
              found.push(element.localName + '.' + element.className + ' ' + Math.round(box.left) + '..'
                + Math.round(box.right) + ' ' + (element.textContent ?? '').trim().slice(0, 40));
            }
            if (element.matches('dialog[open]') && element.scrollWidth > element.clientWidth) {
              found.push('the dialog scrolls sideways');
            }
            if (element.shadowRoot) look(element.shadowRoot, held || scrolls(element));
          }
        };
        const within = (element) => {
          for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
            if (at.localName !== 'html' && at.localName !== 'body' && scrolls(at)) return true;
          }
          return false;
        };
        look(given?.shadowRoot ?? document, false);
        const page = document.documentElement.scrollWidth;
        if (page > width) found.push('the page scrolls sideways: ' + page + ' > ' + width);
        return [...new Set(found)];
      }
      """;

  private static final Sightings SIGHTINGS = new Sightings();
  private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

  /** Kept from screen to screen: opening a browser's page costs as much as looking at one. */
  private static final ThreadLocal<Stage> STAGE = ThreadLocal.withInitial(Stage::new);

  /** With {@code -Dscreens='domains|guide'} those whose name contains that. */
  static List<Screen> screens() {
    return Screens.named(System.getProperty("screens", ""));
  }

  /** Says it after all of them, not when single ones are run. */
  @AfterAll
  static void noElementAndNoDialogIsForgotten() {
    if (CHECKED.size() == Screens.all().size()) {
      assertThat(SIGHTINGS.missing()).as("not on any screen: add one to *Screens").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void isAccessibleInBothThemesAndFitsNarrowWindows(Screen screen) {
    Stage stage = STAGE.get();
    // Whatever a failure leaves behind goes with its page.
    STAGE.remove();
    stage.empty();
    screen.show(stage);
    SIGHTINGS.look(stage.page);
    CHECKED.add(screen.name());
    for (Guise theme : List.of(Guise.LIGHT, Guise.DARK)) {
      theme.wear(stage.page);
      stage.isAccessible();
    }
    for (Guise guise : NARROW) {
      guise.wear(stage.page);
      assertThat((List<?>) stage.page.evaluate(STICKING_OUT)).as(guise.name()).isEmpty();
    }
    STAGE.set(stage);
  }
}
