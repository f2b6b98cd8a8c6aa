package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.gatehouse.e2e.Roles.button;
import static dev.gatehouse.e2e.Roles.find;
import static dev.gatehouse.e2e.Roles.patiently;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
      allowInTheDashboard(browser.page(), "Mouse", "ada@mouse.example");

      SecurityTab tab = SecurityTab.inTheSampleApplication(browser.page(), sandbox, "Mouse");
      button(tab.page, "Start").click();
      tab.addDomain("https://MOUSE.example");
      tab.publishTheRecordOf("mouse.example");

      tab.step("Connection").click();
      button(tab.page, "Another SAML provider").click();
      tab.exchangeMetadata();
      button(tab.page, "Continue").click();

      tab.testPasses(browser, "Start the test", "ada@mouse.example");
      button(tab.page, "Continue").click();

      assertThat(tab.page.getByText("Everyone with an email at mouse.example")).isVisible();
      tab.activate();
      Wait.until("the connection is active", () -> operator.activeConnections("Mouse") == 1);
    }
  }

  @Test
  void aFailedTestIsRepairedByWhatTheScreenSays() {
    try (Browser browser = new Browser()) {
      allowInTheDashboard(browser.page(), "Repair", "ada@repair.example");
      SecurityTab tab = SecurityTab.inTheSampleApplication(browser.page(), sandbox, "Repair");
      button(tab.page, "Start").click();
      tab.addDomain("repair.example");
      tab.publishTheRecordOf("repair.example");
      tab.step("Connection").click();
      button(tab.page, "Another SAML provider").click();
      tab.exchangeMetadata();
      button(tab.page, "Continue").click();

      tab.test(browser, "Start the test", "guest@elsewhere.example");
      assertThat(tab.page.getByText("email_domain_not_verified").first()).isVisible(patiently());
      assertThat(tab.page.getByText("elsewhere.example").first()).isVisible();

      tab.testPasses(browser, "Test again", "ada@repair.example");
    }
  }

  private void allowInTheDashboard(Page staff, String organization, String admin) {
    staff.navigate(sandbox.url("/app/staff").toString());
    button(staff, "Create organization").first().click();
    staff.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(organization);
    staff.keyboard().press("Enter");
    find(staff, AriaRole.TAB, "Settings").click();
    Locator toggle = find(staff, AriaRole.SWITCH, "Allow this organization to set up SSO");
    toggle.click();
    assertThat(toggle).hasAttribute("aria-checked", "true");
    find(staff, AriaRole.TAB, "Members").click();
    button(staff, "Add a member").first().click();
    staff.getByLabel("Email", new Page.GetByLabelOptions().setExact(true)).fill(admin);
    staff.getByLabel("Role", new Page.GetByLabelOptions().setExact(true)).selectOption("org:admin");
    staff.keyboard().press("Enter");
    assertThat(staff.getByText(admin).first()).isVisible();
    find(staff, AriaRole.TAB, "Overview").click();
  }
}
