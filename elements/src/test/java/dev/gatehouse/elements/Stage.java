package dev.gatehouse.elements;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One page in a fresh profile of a real Chromium, before a played API. */
final class Stage implements AutoCloseable {
  private static final String BLANK = "about:blank";

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
        Chromium.ofThisThread()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setTimezoneId("UTC")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setPermissions(List.of("clipboard-read", "clipboard-write")));
    page = context.newPage();
    // The samples have dates, and pages say how long ago they are.
    page.clock().setFixedTime(Screen.NOW);
    page.setDefaultTimeout(30_000);
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
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
    assertThat(Axe.findings(page)).isEmpty();
    assertThat(complaints).isEmpty();
  }

  /** For the next one: nothing of the last is left, save the browser's memory of the bundle. */
  void empty() {
    context.pages().stream().filter(other -> other != page).forEach(Page::close);
    page.unrouteAll();
    if (!page.url().equals(BLANK)) {
      page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }");
      page.navigate(BLANK);
    }
    page.setViewportSize(1000, 800);
    page.setExtraHTTPHeaders(Map.of());
    online();
    api.forget();
    query = "";
    complaints.clear();
  }

  @Override
  public void close() {
    context.close();
    api.close();
  }
}
