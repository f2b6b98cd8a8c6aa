package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.SWITCH;
import static com.microsoft.playwright.options.AriaRole.TAB;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static dev.gatehouse.e2e.Roles.find;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dashboard by an operator who has no mouse; focus is never lost and never out of sight. */
class OperatorKeyboardJourneyTest {

  private static final String SWITCH_NAME = "Allow this organization to set up SSO";

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Sandbox sandbox = new Sandbox(gatehouse);

  @Test
  void anOperatorLetsACustomerInByKeyboardAndTheLinkOpens() {
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      page.navigate(sandbox.url("/app/staff").toString());
      assertThat(Roles.button(page, "Create organization").first()).isVisible();
      KeyboardUser staff = new KeyboardUser(page);

      // Create an organization; a form opened by mistake gives focus back.
      staff.tabTo(BUTTON, "Create organization").press("Enter").isAt(TEXTBOX, "Name");
      staff.press("Escape").isAt(BUTTON, "Create organization");
      staff.press("Enter").isAt(TEXTBOX, "Name").type("Keydesk");
      page.keyboard().press("Enter");
      assertThat(find(page, TAB, "Overview")).isVisible();

      // Switch on SSO
      staff.tabTo(TAB, "Overview").press("ArrowRight").isAt(TAB, "Settings");
      assertThat(find(page, SWITCH, SWITCH_NAME)).isVisible();
      staff.tabTo(SWITCH, SWITCH_NAME).press("Space");
      assertThat(find(page, SWITCH, SWITCH_NAME)).isChecked();
      staff.isAt(SWITCH, SWITCH_NAME);

      // Make a set-up link, and send what the button copied.
      staff.tabBackTo(TAB, "Settings");
      for (String tab : List.of("Members", "Domains", "Connections", "Set-up links")) {
        staff.press("ArrowRight").isAt(TAB, tab);
      }
      assertThat(Roles.button(page, "Create set-up link").first()).isVisible();
      staff.tabTo(BUTTON, "Create set-up link").press("Enter").isAt(TEXTBOX, "Recipient");
      staff.type("Ada of IT").press("Enter");
      assertThat(page.getByText("Not opened yet")).isVisible();
      staff.isAt(BUTTON, "Create set-up link");
      String link = staff.tabTo(BUTTON, "Copy Set-up link for Ada of IT").copied();
      staff.tabTo(BUTTON, "I have sent it").press("Enter").isAt(BUTTON, "Create set-up link");

      Page ada = browser.fresh().newPage();
      ada.navigate(link);
      assertThat(ada.getByText("For Ada of IT.")).isVisible();
      assertThat(Roles.button(ada, "Start")).isVisible();
    }
  }
}
