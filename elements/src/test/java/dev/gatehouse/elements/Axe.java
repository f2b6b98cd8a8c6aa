package dev.gatehouse.elements;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Axe-core's rules for WCAG 2.2 AA and its best practices. Not by its builder for Java, which
 * brings the script anew for every look and has every element that passed written down and sent
 * over.
 */
final class Axe {
  private static final String SCRIPT = script();

  private static final String LOOK =
      """
      async () => {
        const { violations } = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        });
        return violations.map((rule) => rule.id + ': ' + rule.help + rule.nodes.map((node) =>
          `\\n  ${JSON.stringify(node.target)} ${node.html} ${node.failureSummary}`).join(''));
      }
      """;

  private Axe() {}

  /** One text for each rule that is broken, with where and how. */
  static List<?> findings(Page page) {
    if (!(Boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return (List<?>) page.evaluate(LOOK);
  }

  private static String script() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
