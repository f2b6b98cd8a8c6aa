package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.gatehouse.e2e.Roles.button;
import static dev.gatehouse.e2e.Roles.field;
import static dev.gatehouse.e2e.Roles.find;
import static dev.gatehouse.e2e.Roles.patiently;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The Security tab on a page, whoever embeds it; by mouse, one method for each thing people do. */
final class SecurityTab {

  final Page page;
  private final Sandbox sandbox;

  SecurityTab(Page page, Sandbox sandbox) {
    this.page = page;
    this.sandbox = sandbox;
  }

  /** In the sample application, as the first member of the organization. */
  static SecurityTab inTheSampleApplication(Page page, Sandbox sandbox, String organization) {
    page.navigate(sandbox.url("/app/organization").toString());
    page.getByLabel("Organization").selectOption(organization);
    button(page, "Show its members").click();
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Open the")))
        .click();
    return new SecurityTab(page, sandbox);
  }

  void addDomain(String typed) {
    field(page, "Email domains").fill(typed);
    page.keyboard().press("Enter");
  }

  /** In the console of the domain's DNS provider. */
  void publishTheRecordOf(String domain) {
    Locator value = field(page, "Value").first();
    sandbox.publishTxt("_gatehouse-challenge." + domain, value.innerText().strip());
    assertThat(page.getByText("1 of 1 verified")).isVisible(patiently());
  }

  /** In the identity provider's console and back: it learns of us, then we learn of it. */
  void exchangeMetadata() {
    sandbox.registerServiceProvider(field(page, "Entity ID").innerText().strip());
    field(page, "Metadata URL or XML").fill(sandbox.idpMetadataUrl());
    button(page, "Read and save").click();
    assertThat(page.getByText("This is what we understood")).isVisible();
  }

  /** Signs in in the window that the test opens. */
  void test(Browser browser, String action, String email) {
    Page window = browser.newWindow(page, () -> button(page, action).click());
    Sandbox.signIn(window, "Ada", email);
  }

  void testPasses(Browser browser, String action, String email) {
    test(browser, action, email);
    assertThat(page.getByText("The test passed").first()).isVisible(patiently());
  }

  Locator step(String name) {
    return page.getByRole(AriaRole.NAVIGATION)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  void activate() {
    find(find(page, AriaRole.REGION, "Switch it on"), AriaRole.BUTTON, "Activate").click();
  }
}
