package dev.gatehouse.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real, headless Chromium with a fresh profile. */
final class Browser implements AutoCloseable {

  private static final Path LAST_SEEN = Path.of("target", "last-seen");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final BrowserContext context;

  Browser() {
    // News travels between services, on machines that have other things to do.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
    context = fresh();
  }

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(path -> path.toFile().canExecute())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Chromium: install it, see the README"));
  }

  Page page() {
    return context.newPage();
  }

  /** A profile of its own: another person's browser. */
  BrowserContext fresh() {
    return chromium.newContext();
  }

  /** Somebody whose browser is in another language, and says so in {@code Accept-Language}. */
  BrowserContext speaking(String locale) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale));
  }

  /** Somebody who switched JavaScript off, or whose company did. */
  BrowserContext withoutJavaScript() {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  /** Waits for the window that an action on a page opens. */
  Page newWindow(Page opener, Runnable action) {
    return opener.context().waitForPage(action);
  }

  /** Keeps what each page showed last, to be looked at after a failure. */
  @Override
  public void close() {
    int number = 0;
    for (BrowserContext each : chromium.contexts()) {
      for (Page page : each.pages()) {
        Path picture = LAST_SEEN.resolve("page-" + ++number + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
      }
    }
    chromium.close();
    playwright.close();
  }
}
