package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.gatehouse.e2e.Roles.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import org.junit.jupiter.api.Test;

/** What is live changes only when somebody says so, and changes back by one click. */
class RollbackJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Application application =
      Application.registered(gatehouse, new Operator(gatehouse), JWSAlgorithm.ES256);

  @Test
  void aDraftIsTestedAndActivatedWhilePeopleSignInAndOneClickGoesBack() {
    SetUp setUp = SetUp.active(gatehouse, "Rollback");
    String email = "ada@rollback.example";
    try (Browser browser = new Browser()) {
      Page person = browser.fresh().newPage();
      assertThat(freshSignInIsAsked(person, email)).isFalse();

      SecurityTab tab =
          SecurityTab.inTheSampleApplication(browser.page(), setUp.sandbox, "Rollback");
      Page page = tab.page;
      button(page, "Edit as draft").click();
      page.getByText("Advanced", new Page.GetByTextOptions().setExact(true)).click();
      page.getByLabel("Ask for the password at every sign-in").check();
      button(page, "Save as draft").click();
      assertThat(page.getByText("Active, with a draft")).isVisible();
      assertThat(freshSignInIsAsked(person, email)).as("live is untouched").isFalse();

      button(page, "Continue").click();
      tab.testPasses(browser, "Start the test", email);
      assertThat(freshSignInIsAsked(person, email)).as("live is untouched").isFalse();

      button(page, "Continue").click();
      assertThat(page.getByText("It replaces what is live now")).isVisible();
      tab.activate();
      assertThat(button(page, "Edit as draft")).isVisible();
      Wait.until("the draft is live", () -> freshSignInIsAsked(person, email));

      button(page, "Versions").click();
      button(page, "Go back to version 1").click();
      assertThat(page.getByText("Versions of")).isHidden();
      Wait.until("the first version is live", () -> !freshSignInIsAsked(person, email));
    }
  }

  /** Signs in, and tells whether the request on the way asked for the password once more. */
  private boolean freshSignInIsAsked(Page person, String email) {
    boolean[] asked = new boolean[1];
    Application.Signed signed =
        application.signIn(
            person,
            application.begin(email),
            () -> {
              asked[0] = person.getByText("fresh sign-in (ForceAuthn)").isVisible();
              Sandbox.signIn(person, "Ada", email);
            });
    assertThat(signed.userInfo().getEmailAddress()).isEqualTo(email);
    return asked[0];
  }
}
