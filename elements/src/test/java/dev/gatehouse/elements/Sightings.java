package dev.gatehouse.elements;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which elements were on a screen, and in which of them a dialog was open. */
final class Sightings {
  private static final Pattern DEFINED = Pattern.compile("define\\('([a-z-]+)'");
  private static final Pattern WITH_DIALOG = Pattern.compile("<gatehouse-(\\w+-)?dialog\\b");

  private static final String LOOK =
      """
      () => {
        const seen = new Set();
        const look = (root, around) => {
          for (const element of root.querySelectorAll('*')) {
            if (element.localName.includes('-')) seen.add(element.localName);
            if (element.matches('dialog[open]')) around.forEach((tag) => seen.add(tag + ' with its dialog'));
            if (element.shadowRoot) look(element.shadowRoot, [...around, element.localName]);
          }
        };
        look(document, []);
        return [...seen];
      }
      """;

  private final Set<String> seen = new ConcurrentSkipListSet<>();

  void look(Page page) {
    ((List<?>) page.evaluate(LOOK)).forEach(one -> seen.add((String) one));
  }

  /** What the sources define and nobody has looked at. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>(defined());
    missing.removeAll(seen);
    return missing;
  }

  private static List<String> defined() {
    List<String> defined = new ArrayList<>();
    try (var files = Files.walk(Sources.of("elements/src/main/ts"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".ts")).toList()) {
        String source = Files.readString(file);
        Matcher matcher = DEFINED.matcher(source);
        while (matcher.find()) {
          defined.add(matcher.group(1));
          if (WITH_DIALOG.matcher(source).find()) {
            defined.add(matcher.group(1) + " with its dialog");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return defined;
  }
}
