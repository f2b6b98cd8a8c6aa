package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static dev.gatehouse.e2e.Roles.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole flow by somebody who has no mouse; focus is never lost and never out of sight. */
class KeyboardJourneyTest {

  private static final String DOMAIN = "keyboard.example";

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Sandbox sandbox = new Sandbox(gatehouse);
  private final Operator operator = new Operator(gatehouse);

  @Test
  void anItAdminFinishesAloneByKeyboardAndPeopleSignIn() {
    ItAdmin.ofNewOrganization(gatehouse, operator, "Keyboard");
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      KeyboardUser admin = new KeyboardUser(page);

      // Into the tab
      page.navigate(sandbox.url("/app/organization").toString());
      admin.tabTo(COMBOBOX, "Organization").type("Keyboard");
      admin.tabTo(BUTTON, "Show its members").leaveBy("Enter");
      page.waitForURL("**/app/organization?organization=**");
      admin.tabTo(BUTTON, "Open the organization’s settings").leaveBy("Enter");
      assertThat(Roles.button(page, "Start")).isVisible();

      // Domains
      admin.tabTo(BUTTON, "Start").press("Enter");
      admin.isAt(HEADING, "Which email domains are yours?");
      admin.tabTo(TEXTBOX, "Email domains").type(DOMAIN).press("Enter");
      assertThat(page.getByText("0 of 1 verified")).isVisible();
      admin.isAt(TEXTBOX, "Email domains");
      String value = admin.tabTo(BUTTON, "Copy Value").copied();
      sandbox.publishTxt("_gatehouse-challenge." + DOMAIN, value);
      assertThat(page.getByText("1 of 1 verified")).isVisible(patiently());
      admin.tabTo(BUTTON, "Continue").press("Space");

      // Connection
      admin.isAt(HEADING, "Which identity provider do you use?");
      assertThat(Roles.button(page, "Another SAML provider")).isVisible();
      admin.tabTo(BUTTON, "Another SAML provider").press("Enter");
      assertThat(Roles.button(page, "Copy Entity ID")).isVisible();
      String entityId = admin.tabTo(BUTTON, "Copy Entity ID").copied();
      sandbox.registerServiceProvider(entityId);
      admin.tabTo(TEXTBOX, "Metadata URL or XML").type(sandbox.idpMetadataUrl());
      admin.tabTo(BUTTON, "Read and save").press("Enter");
      assertThat(page.getByText("This is what we understood")).isVisible();

      // A dialog opened by mistake gives focus back to where it came from.
      admin.tabTo(BUTTON, "Choose another provider").press("Enter");
      assertThat(page.getByText("Start over with another provider?")).isVisible();
      admin.press("Escape").isAt(BUTTON, "Choose another provider");
      admin.tabTo(BUTTON, "Continue").press("Enter");

      // Test
      admin.isAt(HEADING, "Try it with a real sign-in");
      admin.tabTo(BUTTON, "Start the test");
      Page window = browser.newWindow(page, () -> admin.press("Enter"));
      KeyboardUser tester = new KeyboardUser(window);
      window.waitForURL("**/idp/sso**");
      tester.tabTo(TEXTBOX, "Email").type("ada@" + DOMAIN);
      tester.tabTo(TEXTBOX, "First name optional").type("Ada");
      tester.tabTo(TEXTBOX, "Last name optional").type("Stone").leaveBy("Enter");
      page.bringToFront();
      assertThat(page.getByText("The test passed").first()).isVisible(patiently());
      admin.isAt(BUTTON, "Test again");
      // It is there once the connection says so too; tabbing goes by what is there.
      assertThat(Roles.button(page, "Continue")).isVisible();
      admin.tabTo(BUTTON, "Continue").press("Enter");

      // Activate
      admin.isAt(HEADING, "Switch it on");
      admin.tabTo(BUTTON, "Activate").press("Enter");
      Wait.until("the connection is active", () -> operator.activeConnections("Keyboard") == 1);
      admin.isAt(HEADING, "Single sign-on");
    }
    peopleSignIn();
  }

  private void peopleSignIn() {
    Application application = Application.registered(gatehouse, operator, JWSAlgorithm.ES256);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      Application.Signed signed =
          application.signIn(
              page,
              application.begin("bob@" + DOMAIN),
              () -> Sandbox.signIn(page, "Bob", "bob@" + DOMAIN));
      assertThat(signed.userInfo().getEmailAddress()).isEqualTo("bob@" + DOMAIN);
    }
  }
}
