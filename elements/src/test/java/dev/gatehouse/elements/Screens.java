package dev.gatehouse.elements;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every screen and dialog: what {@link Screenshots} draws and {@link ScreensTest} checks. */
final class Screens {
  private Screens() {}

  static List<Screen> all() {
    return Stream.of(
            ProfileScreens.all(),
            DomainScreens.all(),
            ConnectionScreens.all(),
            TestRunScreens.all(),
            OverviewScreens.all(),
            DecisionScreens.all(),
            DashboardScreens.all(),
            DashboardDialogs.all(),
            GatewayScreens.all(),
            SetupPageScreens.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Those with a match of the expression in their name. */
  static List<Screen> named(String expression) {
    Pattern wanted = Pattern.compile(expression);
    return all().stream().filter(screen -> wanted.matcher(screen.name()).find()).toList();
  }

  static Screen screen(String name, Consumer<Stage> way) {
    return new Screen(name, way);
  }

  /** The Security tab of an organization with these domains and connections. */
  static void security(Stage stage, String domains, String connections) {
    SsoSamples.with(stage.api, domains, connections);
    stage.open("tab=security");
    Stage.sees(stage.page.locator("gatehouse-security-tab #title"));
  }

  /** The open dialog. */
  static Locator dialog(Stage stage) {
    return stage.page.locator("gatehouse-dialog[open], gatehouse-dialog:has(dialog[open])").first();
  }

  /** A step of the guided way. */
  static void step(Stage stage, String name) {
    stage.page.locator("gatehouse-setup-flow nav button").getByText(name).first().click();
  }
}
