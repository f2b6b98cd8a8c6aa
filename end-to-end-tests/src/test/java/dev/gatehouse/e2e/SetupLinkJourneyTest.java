package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;
import static com.microsoft.playwright.options.AriaRole.TAB;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static dev.gatehouse.e2e.Roles.button;
import static dev.gatehouse.e2e.Roles.field;
import static dev.gatehouse.e2e.Roles.find;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** An IT admin who has no account anywhere, and only the link that somebody sent. */
class SetupLinkJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Sandbox sandbox = new Sandbox(gatehouse);
  private final Operator operator = new Operator(gatehouse);

  @Test
  void whoeverGetsTheLinkFinishesWithoutAnAccountAndPeopleSignIn() {
    String organization = selfServing("Linked");
    try (Browser browser = new Browser()) {
      String link = linkMadeInTheDashboard(browser.page(), organization, "Ada of IT");

      BrowserContext ada = browser.fresh();
      Page page = ada.newPage();
      page.navigate(link);
      assertThat(page.getByText("For Ada of IT.")).isVisible();
      assertThat(page.url()).as("no secret in the address bar").doesNotContain("#");
      assertThat(page.getByRole(TAB)).hasCount(0);

      SecurityTab tab = new SecurityTab(page, sandbox);
      button(page, "Start").click();
      tab.addDomain("linked.example");
      tab.publishTheRecordOf("linked.example");
      button(page, "Continue").click();
      button(page, "Another SAML provider").click();
      tab.exchangeMetadata();

      // Tomorrow, in the same browser: the link was used, and still leads on.
      page.close();
      Page later = ada.newPage();
      later.navigate(link);
      SecurityTab again = new SecurityTab(later, sandbox);
      again.testPasses(browser, "Start the test", "ada@linked.example");
      button(later, "Continue").click();
      again.activate();
      assertThat(later.getByText("signs in through it")).isVisible();
      assertThat(button(later, "Deactivate")).hasCount(0);
      Wait.until("the connection is active", () -> operator.activeConnections("Linked") == 1);

      Page person = browser.fresh().newPage();
      Application application = Application.registered(gatehouse, operator, JWSAlgorithm.ES256);
      Application.Signed signed =
          application.signIn(
              person,
              application.begin("bob@linked.example"),
              () -> Sandbox.signIn(person, "Bob", "bob@linked.example"));
      assertThat(signed.userInfo().getEmailAddress()).isEqualTo("bob@linked.example");
    }
  }

  @Test
  void aLinkForTheDnsAloneShowsTheDnsAlone() {
    String organization = selfServing("Nameserver");
    JsonNode link = link(organization, List.of("domains"));
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(link.required("url").asText());
      button(page, "Start").click();
      assertThat(page.getByRole(NAVIGATION).getByRole(BUTTON)).hasCount(1);
      SecurityTab tab = new SecurityTab(page, sandbox);
      tab.addDomain("nameserver.example");
      tab.publishTheRecordOf("nameserver.example");
      button(page, "Continue").click();
      assertThat(page.getByText("Your part is done")).isVisible();
    }
  }

  @Test
  void aLinkForTheTestAloneOpensAtTheTest() {
    SetUp setUp = SetUp.configured(gatehouse, "Tester");
    JsonNode link = link(setUp.admin.organization, List.of("test"));
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(link.required("url").asText());
      SecurityTab tab = new SecurityTab(page, sandbox);
      tab.testPasses(browser, "Start the test", "ada@tester.example");
      button(page, "Continue").click();
      assertThat(page.getByText("Your part is done")).isVisible();
    }
  }

  @Test
  void aLinkThatLeadsNowhereSaysWhyAndWhatToDo() throws Exception {
    String organization = selfServing("Nowhere");
    JsonNode used = link(organization, List.of("domains"));
    JsonNode revoked = link(organization, List.of("domains"));
    JsonNode expired = link(organization, List.of("domains"));
    try (Browser browser = new Browser()) {
      Page first = browser.page();
      first.navigate(used.required("url").asText());
      assertThat(button(first, "Start")).isVisible();
      Page second = browser.fresh().newPage();
      says(second, used, "opened in another browser", "Go on in that browser");

      operator.http().delete(operator.url("/v1/setup-links/" + id(revoked))).expect(204);
      says(second, revoked, "was revoked", "Ask whoever sent it for a new one");

      try (AutoCloseable later = gatehouse.clocksMovedBy(Duration.ofDays(15))) {
        says(second, expired, "has expired", "Ask whoever sent it for a new one");
      }

      second.navigate(gatehouse.publicUrl().resolve("/setup").toString());
      assertThat(second.getByText("This link is not complete")).isVisible();
      second.navigate(gatehouse.publicUrl().resolve("/setup#" + id(used) + ".guessed").toString());
      second.reload();
      assertThat(second.getByText("The set-up link is not valid")).isVisible();
    }
  }

  /**
   * A token of the link lasts five minutes and is good until then; the revocation is told when the
   * next one is asked for. The services' clocks are behind, so that their tokens end sooner by the
   * real clock, which alone judges them.
   */
  @Test
  void aLinkThatIsRevokedWhileItsPageIsOpenSaysSoAndLosesNothing() throws Exception {
    String organization = selfServing("Revoked");
    try (Browser browser = new Browser();
        AutoCloseable behind =
            gatehouse.clocksMovedBy(Duration.ofMinutes(5).minusSeconds(20).negated())) {
      JsonNode link = linkBy(operator.newToken(), organization);
      Page page = browser.page();
      List<String> tokens = new CopyOnWriteArrayList<>();
      page.onRequest(request -> {
        if (request.headers().containsKey("authorization")) {
          tokens.add(request.headers().get("authorization"));
        }
      });
      page.navigate(link.required("url").asText());
      button(page, "Start").click();
      field(page, "Email domains").fill("revoked.example");

      with(operator.newToken()).delete(operator.url("/v1/setup-links/" + id(link))).expect(204);
      Wait.until(
          "the page's token has ended",
          () ->
              new Http()
                      .with("Authorization", tokens.getLast())
                      .get(operator.url("/v1/sessions/current"))
                      .status()
                  == 401);
      button(page, "Add").click();

      assertThat(page.getByText("was revoked")).isVisible();
      assertThat(page.getByText("Ask whoever sent it for a new one")).isVisible();
      assertThat(page.getByText("Your session has ended")).isVisible();
      assertThat(field(page, "Email domains")).hasValue("revoked.example");
    }
    assertThat(
            Items.of(
                operator
                    .http()
                    .get(operator.url("/v1/domains?organization=" + organization))
                    .json()))
        .isEmpty();
  }

  private JsonNode linkBy(String token, String organization) {
    return with(token)
        .post(
            operator.url("/v1/setup-links"),
            Map.of(
                "organization", organization, "recipientName", "Ada", "steps", List.of("domains")))
        .expect(201)
        .json();
  }

  private static Http with(String token) {
    return new Http().with("Authorization", "Bearer " + token);
  }

  private static void says(Page page, JsonNode link, String what, String remedy) {
    page.navigate("about:blank");
    page.navigate(link.required("url").asText());
    assertThat(page.getByText(what)).isVisible();
    assertThat(page.getByText(remedy)).isVisible();
  }

  private String selfServing(String name) {
    String organization = operator.createOrganization(name).required("id").asText();
    operator.allowSelfServe(organization);
    return organization;
  }

  private String linkMadeInTheDashboard(Page staff, String organization, String recipient) {
    staff.navigate(
        sandbox.url("/app/staff?path=organizations/" + organization + "/setup-links").toString());
    button(staff, "Create set-up link").first().click();
    field(staff, "Recipient").fill(recipient);
    staff.keyboard().press("Enter");
    String link = find(staff, TEXTBOX, "Set-up link for " + recipient).innerText().strip();
    assertThat(staff.getByText("Not opened yet")).isVisible();
    return link;
  }

  private JsonNode link(String organization, List<String> steps) {
    return operator
        .http()
        .post(
            operator.url("/v1/setup-links"),
            Map.of("organization", organization, "recipientName", "Ada of IT", "steps", steps))
        .expect(201)
        .json();
  }

  private static String id(JsonNode link) {
    return link.required("id").asText();
  }
}
