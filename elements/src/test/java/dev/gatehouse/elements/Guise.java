package dev.gatehouse.elements;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;

/**
 * How a screen is looked at: by theme, width, language and direction.
 *
 * @param column how wide the product's page lets the element be; empty as wide as the window
 */
record Guise(
    String name, int width, String theme, String language, String direction, String column) {
  static final Guise LIGHT = new Guise("light", 1000, "light", "en", "ltr", "");
  static final Guise DARK = new Guise("dark", 1000, "dark", "en", "ltr", "");
  static final Guise NARROW = new Guise("narrow", 360, "light", "en", "ltr", "");

  /** A column beside other things of a wide page. */
  static final Guise EMBEDDED = new Guise("embedded", 1280, "light", "en", "ltr", "360px");

  static final Guise GERMAN = new Guise("german", 1000, "light", "de", "ltr", "");
  static final Guise JAPANESE = new Guise("japanese", 1000, "dark", "ja", "ltr", "");
  static final Guise RIGHT_TO_LEFT = new Guise("right-to-left", 1000, "light", "en", "rtl", "");

  /** An embedding page sets the element's theme; a page of ours follows the system's. */
  private static final String WEAR =
      """
      async ({ theme, language, direction, column }) => {
        // What the servers explain is asked for again in another language.
        const fetch = window.fetch;
        let asked = 0;
        window.fetch = (...request) => {
          asked++;
          return fetch(...request).finally(() => setTimeout(() => asked--));
        };
        const root = document.documentElement;
        root.lang = language;
        root.dir = direction;
        root.classList.remove('light', 'dark');
        root.classList.add(theme);
        // The texts of another language are a module that is loaded first.
        const ours = document.querySelector('organization-profile, gatehouse-dashboard');
        if (ours) await (await import('/elements/gatehouse.js')).textsIn(language);
        const element = document.querySelector('[base-url]');
        if (element) {
          element.theme = theme;
          element.style.inlineSize = column;
        }
        const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        await drawn();
        while (asked) await drawn();
        window.fetch = fetch;
      }
      """;

  /**
   * Pages of the servers themselves are in one language. What somebody clicked there would be lost
   * with a reload.
   */
  private static final String MADE_IN_ANOTHER =
      """
      (language) => document.documentElement.lang !== language
        && (document.querySelector('link[href="/sign-in/gatehouse.css"]') !== null
          || document.querySelector('#texts') !== null
            && document.querySelector('organization-profile') === null)
      """;

  private static final String MADE =
      "() => document.querySelector('#texts') === null || document.querySelector('#message h2')";

  Guise atWidth(int other) {
    return new Guise(name + "-" + other, other, theme, language, direction, column);
  }

  /** Puts it on the page that is open. */
  void wear(Page page) {
    page.setViewportSize(width, 800);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
    page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
    if ((boolean) page.evaluate(MADE_IN_ANOTHER, language)) {
      page.reload();
      page.waitForFunction(MADE);
    }
    page.evaluate(
        WEAR,
        Map.of("theme", theme, "language", language, "direction", direction, "column", column));
  }
}
