package dev.gatehouse.elements;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPOutputStream;

/**
 * Measures what people wait for: the size of the modules, the first render of a screen, and from a
 * click to the next paint; {@code bin/measure-screens} runs it and prints tables.
 */
final class ScreenTimes {
  private static final int RUNS = 25;
  private static final String TAB = "/page?tab=security";

  /** Notes when something is first in a frame that is drawn, through all shadow roots. */
  private static final String WATCH =
      """
      (() => {
        const find = (root, tag) => {
          for (const element of root.querySelectorAll('*')) {
            if (element.matches(tag)) return element;
            const below = element.shadowRoot && find(element.shadowRoot, tag);
            if (below) return below;
          }
          return null;
        };
        window.watchFor = (selector) => {
          window.shownAt = undefined;
          const look = () => {
            const element = find(document, selector);
            if (!element?.getClientRects().length) return requestAnimationFrame(look);
            // A task after the frame's callback comes when it is drawn.
            const drawn = new MessageChannel();
            drawn.port1.onmessage = () => (window.shownAt = performance.now());
            requestAnimationFrame(() => drawn.port2.postMessage(0));
          };
          requestAnimationFrame(look);
        };
        window.interactions = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (entry.interactionId) window.interactions.push({ start: entry.startTime, duration: entry.duration });
          }
        }).observe({ type: 'event', durationThreshold: 16, buffered: true });
        addEventListener('pointerdown', (event) => (window.pressedAt = event.timeStamp), true);
        window.watchFor('%s');
      })();
      """;

  private static final String PAINT =
      "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

  /** In milliseconds from the navigation. */
  private record Render(double paint, double shown) {}

  /** In milliseconds from the press: until the next paint, and until the result is there. */
  private record Interaction(double paint, double shown) {}

  private ScreenTimes() {}

  public static void main(String[] arguments) throws IOException {
    try {
      sizes();
      System.out.println(
          """

          | first render, ms (median of %d; slowest) | CPU | first paint | content there |
          |---|---|---|---|\
          """
              .formatted(RUNS));
      for (int slower : new int[] {1, 4}) {
        render("Security tab, nothing yet", slower, TAB, ".welcome", ScreenTimes::empty);
        render("Security tab, active", slower, TAB, ".facts", ScreenTimes::active);
        render("sign-in page", slower, "/sign-in", "h1", GatewayScreens::playSignIn);
      }
      System.out.println(
          """

          | interaction, ms (median of %d; slowest) | CPU | next paint | result there |
          |---|---|---|---|\
          """
              .formatted(RUNS));
      for (int slower : new int[] {1, 4}) {
        interact(
            "another tab (Members)",
            slower,
            "tab=general",
            "td",
            stage -> stage.page.locator("#tab-members").click());
        interact(
            "open a dialog (Add a member)",
            slower,
            "tab=members",
            "dialog[open] h2",
            stage -> stage.button("Add a member").click());
        interact(
            "Start, to the first step",
            slower,
            "tab=security",
            "#names",
            stage -> stage.button("Start").click());
        interact(
            "next step (Domains to Connection)",
            slower,
            "tab=security&start",
            "li .mark",
            stage -> Screens.step(stage, "Connection"));
      }
    } finally {
      Chromium.end();
    }
  }

  private static void sizes() throws IOException {
    for (String module : List.of("", "-de", "-fr", "-es", "-ja")) {
      String name = "gatehouse" + module + ".js";
      try (var bundle = ScreenTimes.class.getResourceAsStream("/elements/" + name)) {
        byte[] raw = Objects.requireNonNull(bundle).readAllBytes();
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
          gzip.write(raw);
        }
        System.out.printf(
            Locale.ROOT,
            "%s: %.1f kB, %.1f kB gzipped%n",
            name,
            raw.length / 1000.0,
            packed.size() / 1000.0);
      }
    }
  }

  private static void empty(Stage stage) {
    SsoSamples.with(stage.api, Samples.page(), Samples.page());
  }

  private static void active(Stage stage) {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.active()))
        .on("GET /v1/sign-ins", Samples.page());
  }

  /** Cold with an empty cache, warm when the same browser comes a third time. */
  private static void render(
      String name, int slower, String path, String content, Consumer<Stage> play) {
    List<Render> cold = new ArrayList<>();
    List<Render> warm = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      try (Stage stage = new Stage()) {
        play.accept(stage);
        stage.page.addInitScript(WATCH.formatted(content));
        slow(stage.page, slower);
        cold.add(navigate(stage, path));
        navigate(stage, path);
        warm.add(navigate(stage, path));
      }
    }
    row(
        name + ", cold",
        slower,
        cold.stream().mapToDouble(Render::paint),
        cold.stream().mapToDouble(Render::shown));
    row(
        name + ", warm",
        slower,
        warm.stream().mapToDouble(Render::paint),
        warm.stream().mapToDouble(Render::shown));
  }

  private static Render navigate(Stage stage, String path) {
    stage.page.navigate(stage.api.origin() + path);
    stage.page.waitForFunction("() => window.shownAt !== undefined");
    double shown = number(stage.page.evaluate("() => window.shownAt"));
    stage.page.waitForFunction(PAINT);
    return new Render(number(stage.page.evaluate(PAINT)), shown);
  }

  private static void interact(
      String name, int slower, String query, String result, Consumer<Stage> act) {
    List<Interaction> all = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      try (Stage stage = new Stage()) {
        SsoSamples.with(stage.api, Samples.page(), Samples.page())
            .on(
                "GET " + Samples.MEMBERS_PATH,
                Samples.page(Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin")));
        stage.page.addInitScript(WATCH.formatted("main"));
        stage.open(query);
        Stage.sees(stage.page.locator("gatehouse-tabs h2"));
        if (query.endsWith("start")) {
          stage.button("Start").click();
          Stage.sees(stage.field("Email domains"));
        }
        slow(stage.page, slower);
        all.add(measure(stage, result, act));
      }
    }
    row(
        name,
        slower,
        all.stream().mapToDouble(Interaction::paint),
        all.stream().mapToDouble(Interaction::shown));
  }

  private static Interaction measure(Stage stage, String result, Consumer<Stage> act) {
    stage.page.evaluate(
        "(selector) => { window.interactions.length = 0; window.watchFor(selector); }", result);
    act.accept(stage);
    stage.page.waitForFunction("() => window.shownAt !== undefined");
    double shown = number(stage.page.evaluate("() => window.shownAt - window.pressedAt"));
    // Reported after the paint; what took less than 16 ms is not reported at all.
    double paint =
        number(
            stage.page.evaluate(
                """
                () => new Promise((done) => setTimeout(() =>
                  done(Math.max(0, ...window.interactions.map((one) => one.duration))), 200))
                """));
    return new Interaction(paint, shown);
  }

  private static void slow(Page page, int slower) {
    CDPSession session = page.context().newCDPSession(page);
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", slower);
    session.send("Emulation.setCPUThrottlingRate", rate);
  }

  private static void row(String name, int slower, DoubleStream first, DoubleStream second) {
    System.out.printf(
        "| %s | %s | %s | %s |%n",
        name, slower == 1 ? "full" : "÷ " + slower, figures(first), figures(second));
  }

  private static String figures(DoubleStream times) {
    double[] sorted = times.sorted().toArray();
    double median = sorted[sorted.length / 2];
    String said = median < 16 ? "under 16" : "%.0f".formatted(median);
    return "%s; %.0f".formatted(said, Arrays.stream(sorted).max().orElseThrow());
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
