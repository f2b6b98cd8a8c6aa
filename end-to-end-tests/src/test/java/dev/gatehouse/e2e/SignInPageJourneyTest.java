package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static dev.gatehouse.e2e.Roles.button;
import static dev.gatehouse.e2e.Roles.field;
import static dev.gatehouse.e2e.Roles.find;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where people say who they are, and the page they see when that did not work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPageJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final SetUp setUp = SetUp.active(gatehouse, "Doorway");
  private final String email = "ada@" + setUp.emailDomain;
  private final Application application =
      Application.registered(gatehouse, setUp.operator, JWSAlgorithm.ES256);
  private final Browser browser = new Browser();

  @AfterAll
  void close() {
    browser.close();
  }

  private Page page(boolean javaScript) {
    BrowserContext context = javaScript ? browser.fresh() : browser.withoutJavaScript();
    return context.newPage();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverEntersTheirEmailComesBackSignedIn(boolean javaScript) {
    Page page = page(javaScript);
    Application.Signed signed =
        application.signIn(
            page,
            application.begin(),
            () -> {
              field(page, "Work email").fill(email);
              button(page, "Continue").click();
              Sandbox.signIn(page, "Ada", email);
              if (!javaScript) {
                // The identity provider's page posts its answer by script; without one, by hand.
                button(page, "Continue").click();
              }
            });
    assertThat(signed.userInfo().getEmailAddress()).isEqualTo(email);
  }

  @Test
  void theKeyboardAloneSuffices() {
    Page page = page(true);
    KeyboardUser ada = new KeyboardUser(page);
    Application.Signed signed =
        application.signIn(
            page,
            application.begin(),
            () -> {
              ada.isAt(TEXTBOX, "Work email").type("not an address");
              ada.press("Enter").isAt(TEXTBOX, "Work email");
              ada.press("Control+A").type(email);
              ada.tabTo(BUTTON, "Continue").leaveBy("Enter");
              page.waitForURL("**/idp/sso**");
              ada.tabTo(TEXTBOX, "Email").press("Control+A").type(email).leaveBy("Enter");
            });
    assertThat(signed.userInfo().getEmailAddress()).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverHasNoSingleSignOnGoesBackToTheApplicationsOwnSignIn(boolean javaScript) {
    Page page = page(javaScript);
    String callback = Application.CALLBACK + "**";
    page.route(callback, route -> route.fulfill(new Route.FulfillOptions().setBody("here")));
    page.navigate(application.begin().authorizationUrl().toString());
    field(page, "Work email").fill("somebody@nowhere.example");
    button(page, "Continue").click();
    page.waitForURL(callback);
    assertThat(page.url()).contains("error=sso_not_available").doesNotContain("nowhere");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFailureShowsAReferenceAndTheWayBackAndNothingElse(boolean javaScript) {
    Page page = page(javaScript);
    Set<String> hosts = new TreeSet<>();
    page.navigate(application.begin(email).authorizationUrl().toString());
    page.getByText("Answer with a fault").click();
    page.locator("#fault").selectOption("wrong_audience");
    page.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
    Sandbox.signIn(page, "Ada", email);
    if (!javaScript) {
      button(page, "Continue").click();
    }
    assertThat(page.getByText("We could not sign you in")).isVisible();
    assertThat(page.locator(".reference"))
        .hasText(java.util.regex.Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}"));
    assertThat(page.content()).doesNotContain("saml").hasSizeLessThan(30_000);
    assertThat(hosts)
        .as("nobody else is asked for anything")
        .isSubsetOf(gatehouse.publicUrl().getHost(), gatehouse.sandboxUrl().getHost());

    String callback = Application.CALLBACK + "**";
    page.route(callback, route -> route.fulfill(new Route.FulfillOptions().setBody("here")));
    find(page, LINK, "Back to the application").click();
    page.waitForURL(callback);
  }

  @Test
  void aBrowserInGermanReadsGermanFromTheFirstPageToTheRefusal() {
    Page page = browser.speaking("de-DE").newPage();
    page.navigate(application.begin().authorizationUrl().toString());
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    field(page, "Geschäftliche E-Mail-Adresse").fill(email);
    button(page, "Weiter").click();
    page.getByText("Answer with a fault").click();
    page.locator("#fault").selectOption("wrong_audience");
    Sandbox.signIn(page, "Ada", email);

    assertThat(page.getByText("Wir konnten Sie nicht anmelden")).isVisible();
    assertThat(page.locator(".reference"))
        .hasText(java.util.regex.Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}"));
    assertThat(find(page, LINK, "Zurück zur Anwendung")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "de");
  }
}
