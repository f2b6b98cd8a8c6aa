package dev.gatehouse.elements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** One page with all pictures of a folder, a row for each screen. */
final class ContactSheet {
  private ContactSheet() {}

  static String of(Path folder, List<Guise> guises) throws IOException {
    List<String> screens;
    try (var files = Files.list(folder)) {
      screens =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("." + guises.getFirst().name() + ".png"))
              .map(name -> name.substring(0, name.length() - guises.getFirst().name().length() - 5))
              .sorted()
              .toList();
    }
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>Every screen</title>
    <style>
      body { margin: 16px; font: 14px/1.4 system-ui, sans-serif; background: #ccd; }
      section { display: flex; gap: 8px; overflow-x: auto; align-items: start; margin-bottom: 24px; }
      figure { margin: 0; flex: none; }
      img { width: 320px; max-height: 640px; object-fit: cover; object-position: top; }
    </style>
    </head>
    <body>
    <h1>%d screens</h1>
    %s
    </body>
    </html>
    """
        .formatted(
            screens.size(),
            screens.stream().map(screen -> row(screen, guises)).collect(Collectors.joining()));
  }

  private static String row(String screen, List<Guise> guises) {
    return guises.stream()
        .map(guise ->
            """
            <figure><figcaption>%2$s</figcaption><a href="%1$s"><img loading="lazy" src="%1$s" alt="%3$s, %2$s"></a></figure>
            """
                .formatted(Screenshots.file(screen, guise), guise.name(), screen))
        .collect(Collectors.joining("", "<h2>" + screen + "</h2><section>", "</section>\n"));
  }
}
