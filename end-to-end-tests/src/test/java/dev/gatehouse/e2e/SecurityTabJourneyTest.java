package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The mission, by what people see alone: an operator switches it on in the dashboard, an IT admin
 * who has only the Security tab finishes alone. Both pages are the sample application's.
 */
class SecurityTabJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Sandbox sandbox = new Sandbox(gatehouse);
  private final Operator operator = new Operator(gatehouse);

  @Test
  void anOperatorAllowsItAndAnItAdminFinishesAloneByMouse() {
    try (Browser browser = new Browser()) {
      Page staff = browser.page();
      allowInTheDashboard(staff, "Mouse", "ada@mouse.example");

      Page tab = browser.page();
      openTheTab(tab, "Mouse");
      button(tab, "Start").click();
      tab.getByRole(AriaRole.TEXTBOX, named("Email domains")).fill("https://MOUSE.example");
      button(tab, "Add").click();
      publishWhatItAsksFor(tab, "mouse.example");
      assertThat(tab.getByText("1 of 1 verified")).isVisible(patiently());

      step(tab, "Connection").click();
      button(tab, "Another SAML provider").click();
      registerUs(tab);
      tab.getByRole(AriaRole.TEXTBOX, named("Metadata URL or XML")).fill(sandbox.idpMetadataUrl());
      button(tab, "Read and save").click();
      assertThat(tab.getByText("This is what we understood")).isVisible();
      button(tab, "Continue").click();

      Page window = browser.newWindow(() -> button(tab, "Start the test").click());
      signInAtTheSandbox(window, "ada@mouse.example");
      assertThat(tab.getByText("The test passed").first()).isVisible(patiently());
      button(tab, "Continue").click();

      assertThat(tab.getByText("Everyone with an email at mouse.example")).isVisible();
      tab.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Switch it on"))
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Activate"))
          .click();
      Wait.until("the connection is active", () -> activeConnections("Mouse") == 1);
    }
  }

  @Test
  void aFailedTestIsRepairedByWhatTheScreenSays() {
    try (Browser browser = new Browser()) {
      Page staff = browser.page();
      allowInTheDashboard(staff, "Repair", "ada@repair.example");
      Page tab = browser.page();
      openTheTab(tab, "Repair");
      button(tab, "Start").click();
      tab.getByRole(AriaRole.TEXTBOX, named("Email domains")).fill("repair.example");
      tab.keyboard().press("Enter");
      publishWhatItAsksFor(tab, "repair.example");
      assertThat(tab.getByText("1 of 1 verified")).isVisible(patiently());
      step(tab, "Connection").click();
      button(tab, "Another SAML provider").click();
      registerUs(tab);
      tab.getByRole(AriaRole.TEXTBOX, named("Metadata URL or XML")).fill(sandbox.idpMetadataUrl());
      button(tab, "Read and save").click();
      button(tab, "Continue").click();

      Page wrong = browser.newWindow(() -> button(tab, "Start the test").click());
      signInAtTheSandbox(wrong, "guest@elsewhere.example");
      assertThat(tab.getByText("email_domain_not_verified").first()).isVisible(patiently());
      assertThat(tab.getByText("elsewhere.example").first()).isVisible();

      Page right = browser.newWindow(() -> button(tab, "Test again").click());
      signInAtTheSandbox(right, "ada@repair.example");
      assertThat(tab.getByText("The test passed").first()).isVisible(patiently());
    }
  }

  private long activeConnections(String organization) {
    Http http = operator.http();
    String id =
        Items.of(http.get(operator.url("/v1/organizations?search=" + organization)).json())
            .getFirst()
            .required("id")
            .asText();
    return Items.of(http.get(operator.url("/v1/connections?organization=" + id)).json()).stream()
        .filter(connection -> connection.required("status").asText().equals("active"))
        .count();
  }

  private void allowInTheDashboard(Page staff, String organization, String admin) {
    staff.navigate(sandbox.url("/app/staff").toString());
    button(staff, "Create organization").first().click();
    staff.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(organization);
    staff.keyboard().press("Enter");
    staff.getByRole(AriaRole.TAB, named("Settings")).click();
    Locator toggle =
        staff.getByRole(AriaRole.SWITCH, named("Allow this organization to set up SSO"));
    toggle.click();
    assertThat(toggle).hasAttribute("aria-checked", "true");
    staff.getByRole(AriaRole.TAB, named("Members")).click();
    button(staff, "Add a member").first().click();
    staff.getByLabel("Email", new Page.GetByLabelOptions().setExact(true)).fill(admin);
    staff.getByLabel("Role", new Page.GetByLabelOptions().setExact(true)).selectOption("org:admin");
    staff.keyboard().press("Enter");
    assertThat(staff.getByText(admin).first()).isVisible();
    staff.getByRole(AriaRole.TAB, named("Overview")).click();
  }

  private void openTheTab(Page tab, String organization) {
    tab.navigate(sandbox.url("/app/organization").toString());
    tab.getByLabel("Organization").selectOption(organization);
    button(tab, "Show its members").click();
    tab.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Open the")))
        .click();
  }

  private void publishWhatItAsksFor(Page tab, String domain) {
    Locator value = tab.getByRole(AriaRole.TEXTBOX, named("Value")).first();
    sandbox.publishTxt("_gatehouse-challenge." + domain, value.innerText().strip());
  }

  private void registerUs(Page tab) {
    sandbox.registerServiceProvider(
        tab.getByRole(AriaRole.TEXTBOX, named("Entity ID")).innerText().strip());
  }

  private static void signInAtTheSandbox(Page page, String email) {
    page.locator("#email").fill(email);
    page.locator("#firstName").fill("Ada");
    page.locator("#lastName").fill("Stone");
    page.locator("#lastName").press("Enter");
  }

  private static Locator step(Page tab, String name) {
    return tab.getByRole(AriaRole.NAVIGATION)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** The looks at DNS back off, and news from other services take a moment. */
  private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions
      patiently() {
    return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
        .setTimeout(180_000);
  }
}
