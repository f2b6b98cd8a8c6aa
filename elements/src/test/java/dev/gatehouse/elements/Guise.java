package dev.gatehouse.elements;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;

/** How a screen is looked at: by theme, width, language and direction. */
record Guise(String name, int width, String theme, String language, String direction) {
  static final Guise LIGHT = new Guise("light", 1000, "light", "en", "ltr");
  static final Guise DARK = new Guise("dark", 1000, "dark", "en", "ltr");
  static final Guise NARROW = new Guise("narrow", 360, "light", "en", "ltr");
  static final Guise GERMAN = new Guise("german", 1000, "light", "de", "ltr");
  static final Guise JAPANESE = new Guise("japanese", 1000, "dark", "ja", "ltr");
  static final Guise RIGHT_TO_LEFT = new Guise("right-to-left", 1000, "light", "en", "rtl");

  /** An embedding page sets the element's theme; a page of ours follows the system's. */
  private static final String WEAR =
      """
      async ({ theme, language, direction }) => {
        const root = document.documentElement;
        root.lang = language;
        root.dir = direction;
        root.classList.remove('light', 'dark');
        root.classList.add(theme);
        const element = document.querySelector('[base-url]');
        if (element) element.theme = theme;
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      }
      """;

  Guise atWidth(int other) {
    return new Guise(name + "-" + other, other, theme, language, direction);
  }

  /** Puts it on the page that is open. */
  void wear(Page page) {
    page.setViewportSize(width, 800);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
    page.evaluate(WEAR, Map.of("theme", theme, "language", language, "direction", direction));
  }
}
