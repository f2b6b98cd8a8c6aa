package dev.gatehouse.elements;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page in a fresh profile of a real Chromium, before a played API. */
final class Stage implements AutoCloseable {
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Browser CHROMIUM =
      PLAYWRIGHT
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

  final PlayedApi api = new PlayedApi();

  /** Language, theme and direction of what is opened next. */
  String query = "";

  final List<String> complaints = new ArrayList<>();
  private final BrowserContext context;
  final Page page;

  Stage() {
    this(1000, 800);
  }

  Stage(int width, int height) {
    context =
        CHROMIUM.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
  }

  /** Ends the browser that all stages share. */
  static void end() {
    CHROMIUM.close();
    PLAYWRIGHT.close();
  }

  /** Opens the page; the query chooses language, theme and tab. */
  Stage open(String query) {
    page.navigate(api.origin() + "/page?" + query);
    return this;
  }

  Locator button(String name) {
    return role(AriaRole.BUTTON, name);
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator heading(String name) {
    return role(AriaRole.HEADING, name);
  }

  Locator role(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator text(String text) {
    return page.getByText(text);
  }

  Locator matching(String expression) {
    return page.getByText(Pattern.compile(expression));
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  /** Waits until it is there. */
  static void sees(Locator locator) {
    locator.first().waitFor();
  }

  /** Is not there, or goes away: a change may be drawn a moment after what announces it. */
  static void goes(Locator locator) {
    locator.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Cuts the line. */
  Stage offline() {
    context.setOffline(true);
    return this;
  }

  Stage online() {
    context.setOffline(false);
    return this;
  }

  /** The accessible name of what has focus, through all shadow roots. */
  String focused() {
    return (String)
        page.evaluate(
            """
            () => {
              let active = document.activeElement;
              while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
              return active?.getAttribute('aria-label') ?? (active?.textContent?.trim() || active?.id || '');
            }
            """);
  }

  Object events() {
    return page.evaluate("() => window.events");
  }

  /** Axe-core finds nothing against WCAG 2.2 AA, and nothing was blocked or thrown. */
  void isAccessible() {
    List<String> tags =
        List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    findsNothing(new AxeBuilder(page).withTags(tags));
  }

  /** The one finding that depends on the theme alone: text that cannot be read on its ground. */
  void isReadable() {
    findsNothing(new AxeBuilder(page).withRules(List.of("color-contrast")));
  }

  private void findsNothing(AxeBuilder axe) {
    // We have no frames: without a second page for them it takes half the time.
    List<Rule> violations = axe.setLegacyMode(true).analyze().getViolations();
    assertThat(violations).map(Stage::describe).isEmpty();
    assertThat(complaints).isEmpty();
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .map(node ->
                "\n  " + node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
            .reduce("", String::concat);
  }

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(path -> path.toFile().canExecute())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Chromium: install it, see CONTRIBUTING"));
  }

  @Override
  public void close() {
    context.close();
    api.close();
  }
}
