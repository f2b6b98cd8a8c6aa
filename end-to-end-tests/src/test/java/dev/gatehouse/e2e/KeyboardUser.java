package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Somebody without a mouse. Moves as the keyboard moves, types into what has focus and nothing
 * else, and after every key asks: do I still see where I am?
 */
final class KeyboardUser {

  /** More than any of our screens has. */
  private static final int MOST_STOPS = 90;

  private static final String WHERE =
      """
      () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        if (!at || at === document.body || at === document.documentElement) return 'lost';
        const box = at.getBoundingClientRect();
        const seen = at.checkVisibility({ opacityProperty: true, visibilityProperty: true })
          && box.width > 0 && box.height > 0
          && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        const what = `${at.localName} ${at.id} "${(at.ariaLabel ?? at.innerText ?? '').slice(0, 60)}"`;
        return (seen ? 'at ' : 'out of sight: ') + what;
      }
      """;

  private final Page page;

  KeyboardUser(Page page) {
    this.page = page;
  }

  /** Goes on by Tab until that is reached. */
  KeyboardUser tabTo(AriaRole role, String name) {
    return moveTo("Tab", role, name);
  }

  /** Goes back by Shift+Tab until that is reached. */
  KeyboardUser tabBackTo(AriaRole role, String name) {
    return moveTo("Shift+Tab", role, name);
  }

  private KeyboardUser moveTo(String key, AriaRole role, String name) {
    Locator wanted = Roles.find(page, role, name);
    StringBuilder way = new StringBuilder();
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press(key);
      String where = where();
      way.append("\n  ").append(where);
      assertThat(where).as("%s on the way to %s %s:%s", key, role, name, way).startsWith("at ");
      if (has(wanted)) {
        return this;
      }
    }
    throw new AssertionError("%s never reaches %s %s:%s".formatted(key, role, name, way));
  }

  /** Types into what has focus, as fingers do. */
  KeyboardUser type(String text) {
    page.keyboard().type(text);
    return settled(text);
  }

  KeyboardUser press(String key) {
    page.keyboard().press(key);
    return settled(key);
  }

  /** The key that leads to another page. */
  void leaveBy(String key) {
    page.keyboard().press(key);
  }

  /** What has focus after an answer came: a control that went away has handed it on. */
  KeyboardUser isAt(AriaRole role, String name) {
    Locator wanted = Roles.find(page, role, name);
    Wait.until("focus is at " + role + " " + name + ", not " + where(), () -> has(wanted));
    return settled(name);
  }

  private KeyboardUser settled(String after) {
    Wait.until("focus is in sight after " + after, () -> where().startsWith("at "));
    return this;
  }

  /** Copies with the button that has focus, and gives what another program would paste. */
  String copied() {
    press("Enter");
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  private String where() {
    return (String) page.evaluate(WHERE);
  }

  private static boolean has(Locator wanted) {
    return (Boolean)
        wanted.evaluateAll("all => all.some((one) => one.getRootNode().activeElement === one)");
  }
}
