package dev.gatehouse.elements;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A platform's page that embeds a component: no inline script, one stylesheet rule. */
final class Pages {
  /** Hands out tokens by number, so that a test sees which one was used. */
  static final String SCRIPT =
      """
      import '/elements/gatehouse.js';
      const element = document.querySelector('[base-url]');
      window.tokens = 0;
      window.events = [];
      element.getToken = async ({ refresh }) => {
        if (!window.tokens || refresh) window.tokens++;
        return 'token-' + window.tokens;
      };
      for (const name of ['gatehouse-tab', 'gatehouse-organization-changed', 'gatehouse-member-added',
        'gatehouse-member-changed', 'gatehouse-member-removed', 'gatehouse-domain-verified',
        'gatehouse-connection-activated', 'gatehouse-connection-deactivated', 'gatehouse-test-run-finished', 'gatehouse-navigate']) {
        element.addEventListener(name, (event) => window.events.push(name));
      }
      """;

  static final String STYLE =
      """
      body { margin: 0; padding: 24px; }
      h1 { position: absolute; clip-path: inset(50%); }
      .dark { background: #15171e; color: #fff; }
      """;

  private Pages() {}

  /** The page for a query such as {@code lang=de&theme=dark&tab=members}. */
  static String html(String query) {
    Map<String, String> wanted =
        Arrays.stream(query.split("&", -1))
            .filter(pair -> pair.contains("="))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String theme = wanted.getOrDefault("theme", "light");
    return """
    <!doctype html>
    <html lang="%s" dir="%s" class="%s">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Acme settings</title>
      <link rel="stylesheet" href="/page.css">
      <script type="module" src="/page.js"></script>
    </head>
    <body>
      <main>
        <h1>Settings</h1>
        %s
      </main>
    </body>
    </html>
    """
        .formatted(
            wanted.getOrDefault("lang", "en"),
            wanted.getOrDefault("dir", "ltr"),
            theme,
            wanted.containsKey("path") ? dashboard(wanted, theme) : profile(wanted, theme));
  }

  private static String profile(Map<String, String> wanted, String theme) {
    return "<organization-profile organization=\"%s\" base-url=\"\" theme=\"%s\" tab=\"%s\"></organization-profile>"
        .formatted(Samples.ORGANIZATION, theme, wanted.getOrDefault("tab", "general"));
  }

  private static String dashboard(Map<String, String> wanted, String theme) {
    return "<gatehouse-dashboard base-url=\"\" theme=\"%s\" path=\"%s\"></gatehouse-dashboard>"
        .formatted(theme, wanted.get("path"));
  }
}
