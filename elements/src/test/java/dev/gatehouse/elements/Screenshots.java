package dev.gatehouse.elements;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Draws every screen in every guise, for eyes to look at; {@code make screenshots} runs it. */
final class Screenshots {
  private record Guise(String name, int width, String query) {}

  private static final List<Guise> GUISES =
      List.of(
          new Guise("light", 1000, "theme=light"),
          new Guise("dark", 1000, "theme=dark"),
          new Guise("narrow", 360, "theme=light"),
          new Guise("german", 1000, "lang=de"),
          new Guise("japanese", 1000, "lang=ja&theme=dark"),
          new Guise("right-to-left", 1000, "dir=rtl"));

  private Screenshots() {}

  public static void main(String[] arguments) throws IOException {
    try {
      draw(arguments);
    } finally {
      // The played servers keep threads.
      Stage.end();
    }
  }

  private static void draw(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String only = arguments.length > 1 ? arguments[1] : "";
    for (Map.Entry<String, Consumer<Stage>> screen : screens().entrySet()) {
      for (Guise guise : GUISES) {
        String name = screen.getKey() + "-" + guise.name();
        if (name.contains(only)) {
          try (Stage stage = new Stage(guise.width(), 800)) {
            stage.query = guise.query();
            screen.getValue().accept(stage);
            stage.page.waitForLoadState(LoadState.NETWORKIDLE);
            stage.page.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
          }
        }
      }
    }
  }

  private static Map<String, Consumer<Stage>> screens() {
    Map<String, Consumer<Stage>> screens = new LinkedHashMap<>();
    screens.put("general", stage -> show(stage, "general", Samples.page(), Samples.page()));
    screens.put("members", Screenshots::members);
    screens.put("welcome", stage -> show(stage, "security", Samples.page(), Samples.page()));
    screens.put(
        "domains",
        stage -> show(stage, "security", Samples.page(SsoSamples.DOUBLED), Samples.page()));
    screens.put(
        "provider",
        stage -> show(stage, "security", Samples.page(SsoSamples.VERIFIED), Samples.page()));
    screens.put("guide", stage -> connection(stage, SsoSamples.fresh()));
    screens.put("test-failed", Screenshots::failedTest);
    screens.put("activate", stage -> activate(stage));
    screens.put("active", stage -> connection(stage, SsoSamples.active()));
    screens.put(
        "trouble",
        stage ->
            connection(
                stage,
                SsoSamples.okta(
                    "active",
                    "\"dom_1\"",
                    SsoSamples.revision(2, true),
                    SsoSamples.revision(1, true),
                    "2026-12-05T00:00:00Z")));
    screens.put("switched-off", Screenshots::switchedOff);
    return screens;
  }

  private static void show(Stage stage, String tab, String domains, String connections) {
    SsoSamples.with(stage.api, domains, connections);
    stage.open(stage.query + "&tab=" + tab);
    Stage.sees(stage.page.locator("gatehouse-tabs"));
  }

  private static void members(Stage stage) {
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH,
        Samples.page(
            Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin"),
            Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:member"),
            Samples.member("3", "Chloé", "Martin", "chloe.martin@acme.com", "org:billing")));
    show(stage, "members", Samples.page(), Samples.page());
  }

  private static void connection(Stage stage, String connection) {
    stage.api.on(
        "GET /v1/sign-ins",
        Samples.page(
            "{\"id\":\"s1\",\"outcome\":\"succeeded\",\"at\":\"2026-11-25T11:00:00Z\",\"email\":\"ana@acme.com\"}",
            "{\"id\":\"s2\",\"outcome\":\"failed\",\"at\":\"2026-11-25T10:00:00Z\",\"email\":\"zoe@acme.com\",\"reference\":\"4F7K-29QX\",\"reasons\":[\"email_missing\"]}"));
    show(stage, "security", Samples.page(SsoSamples.VERIFIED), Samples.page(connection));
  }

  private static void failedTest(Stage stage) {
    SsoSamples.with(
            stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.untested()))
        .on("GET /v1/test-runs", Samples.page(SsoSamples.failedRun()))
        .on("GET /v1/test-runs/" + SsoSamples.RUN, SsoSamples.failedRun());
    stage.open(stage.query + "&tab=security");
    stage.page.locator("gatehouse-test-step .history button").click();
    Stage.sees(stage.page.locator("gatehouse-run .card"));
  }

  private static void activate(Stage stage) {
    connection(stage, SsoSamples.tested());
    stage.page.locator("gatehouse-security-overview button.primary").click();
    Stage.sees(stage.page.locator("gatehouse-activate-step .card"));
  }

  private static void switchedOff(Stage stage) {
    SsoSamples.with(stage.api, Samples.page(), Samples.page());
    stage.api.on("GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme", false));
    stage.open(stage.query + "&tab=security");
    Stage.sees(stage.page.locator(".empty"));
  }
}
