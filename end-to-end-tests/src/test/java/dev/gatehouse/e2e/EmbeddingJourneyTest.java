package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static dev.gatehouse.e2e.Roles.button;
import static dev.gatehouse.e2e.Roles.find;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What {@code docs/embedding.md} promises, with its own lines and nothing else on the page. */
class EmbeddingJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Operator operator = new Operator(gatehouse);

  @Test
  void tenLinesPutTheTabOnABlankPageOfAnotherOrigin() {
    ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "Embedding");
    String page = page(admin);
    assertThat(page.lines().count()).as("ten lines").isLessThanOrEqualTo(10);
    try (Embedder _ =
            Embedder.serving(page, () -> operator.sessionOf(admin.organization, admin.member));
        Browser browser = new Browser()) {
      Page blank = browser.page();
      blank.navigate(Embedder.ORIGIN);
      assertThat(find(blank, HEADING, "Single sign-on")).isVisible();
      button(blank, "Start").click();
      assertThat(find(blank, HEADING, "Which email domains are yours?")).isVisible();
      blank.evaluate("() => { document.documentElement.lang = 'de' }");
      assertThat(find(blank, HEADING, "Welche E-Mail-Domains gehören Ihnen?")).isVisible();
    }
  }

  private String page(ItAdmin admin) {
    return Embedder.documented("html")
        .replace("https://sso.example.com", gatehouse.publicUrl().toString())
        .replace("org_…", admin.organization);
  }
}
