package dev.gatehouse.elements;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws every screen in every guise, for eyes to look at, and a contact sheet of them; {@code make
 * screenshots} runs it. A second argument draws only those whose name contains it.
 */
final class Screenshots {
  private static final List<Guise> GUISES =
      List.of(
          Guise.LIGHT,
          Guise.DARK,
          Guise.NARROW,
          Guise.EMBEDDED,
          Guise.GERMAN,
          Guise.JAPANESE,
          Guise.RIGHT_TO_LEFT);

  private Screenshots() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String only = arguments.length > 1 ? arguments[1] : "";
    List<Screen> wanted = Screens.named(only);
    List<String> failed = new ArrayList<>();
    try {
      for (Screen screen : wanted) {
        try {
          draw(screen, folder);
        } catch (RuntimeException lost) {
          failed.add(screen.name() + ": " + lost.getMessage());
        }
      }
    } finally {
      // The played servers keep threads.
      Chromium.end();
    }
    Files.writeString(folder.resolve("index.html"), ContactSheet.of(folder, GUISES));
    System.out.printf(
        "%d screens in %d guises: %s%n",
        wanted.size() - failed.size(), GUISES.size(), folder.resolve("index.html").toUri());
    if (!failed.isEmpty()) {
      throw new IllegalStateException("Not reached:\n" + String.join("\n", failed));
    }
  }

  private static void draw(Screen screen, Path folder) {
    try (Stage stage = new Stage()) {
      screen.show(stage);
      for (Guise guise : GUISES) {
        guise.wear(stage.page);
        // A dialog lies over the window, not over the whole page.
        boolean whole = stage.page.locator("dialog[open]").count() == 0;
        stage.page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(folder.resolve(file(screen.name(), guise)))
                .setFullPage(whole));
      }
    }
  }

  static String file(String screen, Guise guise) {
    return screen.replace('/', '.') + "." + guise.name() + ".png";
  }
}
