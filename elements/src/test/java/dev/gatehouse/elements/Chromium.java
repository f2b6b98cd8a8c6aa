package dev.gatehouse.elements;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Chromium for each thread, because Playwright's objects belong to the one that made them.
 */
final class Chromium {
  private record Running(Playwright playwright, Browser browser) {}

  private static final ThreadLocal<Running> RUNNING = ThreadLocal.withInitial(Chromium::start);

  private Chromium() {}

  static Browser ofThisThread() {
    return RUNNING.get().browser();
  }

  static void end() {
    RUNNING.get().browser().close();
    RUNNING.get().playwright().close();
    RUNNING.remove();
  }

  private static Running start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Running(
        playwright,
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
                            "--no-first-run"))));
  }

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(path -> path.toFile().canExecute())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Chromium: install it, see CONTRIBUTING"));
  }
}
