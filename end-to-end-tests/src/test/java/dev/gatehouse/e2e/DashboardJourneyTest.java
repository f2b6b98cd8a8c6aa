package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;
import static com.microsoft.playwright.options.AriaRole.SEARCHBOX;
import static com.microsoft.playwright.options.AriaRole.SWITCH;
import static com.microsoft.playwright.options.AriaRole.TAB;
import static dev.gatehouse.e2e.Roles.button;
import static dev.gatehouse.e2e.Roles.field;
import static dev.gatehouse.e2e.Roles.find;
import static dev.gatehouse.e2e.Roles.patiently;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator's day, at the dashboard alone. */
class DashboardJourneyTest {

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Sandbox sandbox = new Sandbox(gatehouse);
  private final Operator operator = new Operator(gatehouse);

  @Test
  void anOperatorFindsACustomerLetsThemInAndVouchesForADomain() {
    operator.createOrganization("Somebody else");
    try (Browser browser = new Browser()) {
      Page staff = staff(browser);
      button(staff, "Create organization").first().click();
      field(staff, "Name").fill("Deskside");
      staff.keyboard().press("Enter");
      assertThat(find(staff, TAB, "Overview")).isVisible();

      find(find(staff, NAVIGATION, "Dashboard"), BUTTON, "Organizations").click();
      find(staff, SEARCHBOX, "Search").fill("desks");
      assertThat(button(staff, "Deskside")).isVisible();
      assertThat(button(staff, "Somebody else")).hasCount(0);
      button(staff, "Deskside").click();

      find(staff, TAB, "Settings").click();
      find(staff, SWITCH, "Allow this organization to set up SSO").click();
      assertThat(find(staff, SWITCH, "Allow this organization to set up SSO")).isChecked();

      operator.claim("Deskside", "deskside.example");
      find(staff, TAB, "Domains").click();
      button(staff, "Verify deskside.example by hand").click();
      button(staff, "Verify by hand").click();
      assertThat(staff.getByText("Say why.")).isVisible();
      field(staff, "Reason").fill("Their lawyer showed us the contract.");
      button(staff, "Verify by hand").click();
      assertThat(staff.getByText("Vouched for by an operator")).isVisible();
    }
  }

  @Test
  void anApplicationIsRegisteredAndItsFailedSignInIsFoundByItsReference() {
    SetUp setUp = SetUp.active(gatehouse, "Deskfail");
    String email = "ada@deskfail.example";
    try (Browser browser = new Browser()) {
      Page staff = staff(browser);
      button(staff, "Applications").click();
      button(staff, "Register application").first().click();
      field(staff, "Name").fill("Desk product");
      field(staff, "Redirect URIs").fill(Application.CALLBACK.toString());
      field(staff, "Name").press("Enter");
      Application product =
          Application.with(
              gatehouse,
              field(staff, "Client ID").innerText().strip(),
              field(staff, "Client secret").innerText().strip(),
              JWSAlgorithm.ES256);

      Person ada = new Person(sandbox);
      URI trip = product.begin(email).authorizationUrl();
      Http.Answer refused = ada.signIn(trip, email, "wrong_audience");
      String reference = refused.text().replaceFirst("(?s).*class=\"reference\">([^<]+)<.*", "$1");

      button(staff, "Find a sign-in").click();
      field(staff, "Reference").fill(reference);
      staff.keyboard().press("Enter");
      assertThat(staff.getByText("audience_mismatch")).isVisible(patiently());

      staff.navigate(
          sandbox
              .url("/app/staff?path=organizations/" + setUp.admin.organization + "/sign-ins")
              .toString());
      assertThat(staff.getByText(reference)).isVisible(patiently());
    }
  }

  @Test
  void anApiClientMadeInTheBrowserSpeaksToTheApiUntilItIsRemoved() {
    try (Browser browser = new Browser()) {
      Page staff = staff(browser);
      button(staff, "API clients").click();
      field(staff, "Name of the new client").fill("Nightly export");
      button(staff, "Create client").click();
      Map<String, String> asked =
          Map.of(
              "grant_type", "client_credentials",
              "client_id", field(staff, "Client ID").innerText().strip(),
              "client_secret", field(staff, "Client secret").innerText().strip());

      String token =
          new Http()
              .form(operator.url("/v1/oauth/token"), asked)
              .expect(200)
              .json()
              .required("access_token")
              .asText();
      new Http()
          .with("Authorization", "Bearer " + token)
          .get(operator.url("/v1/organizations"))
          .expect(200);

      button(staff, "I have kept it").click();
      assertThat(field(staff, "Client secret")).hasCount(0);
      button(staff, "Remove Nightly export").click();
      staff.locator("gatehouse-confirm-dialog button.primary:visible").click();
      assertThat(button(staff, "Remove Nightly export")).hasCount(0);
      new Http().form(operator.url("/v1/oauth/token"), asked).expect(401);
    }
  }

  private Page staff(Browser browser) {
    Page staff = browser.page();
    staff.navigate(sandbox.url("/app/staff").toString());
    return staff;
  }
}
