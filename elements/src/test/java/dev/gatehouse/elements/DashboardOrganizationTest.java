package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardOrganizationTest {
  private static final String ACME = "path=organizations/" + Samples.ORGANIZATION;
  private final Stage stage = new Stage(1200, 900);

  @BeforeEach
  void play() {
    DashboardSamples.operator(stage.api);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void renders() {
    stage.open(ACME);
    sees(stage.heading("Acme"));
    sees(stage.text("Self-serve SSO on"));
    sees(stage.text("Certificate ends soon"));
    sees(stage.text("12 signed in and 1 failed in the last 7 days."));
  }

  @Test
  void isAccessible() {
    stage.open(ACME + "/domains");
    stage.api.on("GET /v1/domains", Samples.page(DashboardSamples.domain("pending")));
    stage.open(ACME + "/domains");
    stage.button("Verify acme.com by hand").click();
    sees(stage.page.getByRole(AriaRole.DIALOG));
    stage.isAccessible();
  }

  @Test
  void saysUntilWhenWhichRecordTheAdminHasToPutBack() {
    stage.api.on("GET /v1/domains", Samples.page(DashboardSamples.lapsing()));
    stage.open(ACME + "/domains");
    sees(stage.text("Missing since Oct 3, 2026"));
    sees(stage.text("Lapses on Oct 19, 2026 unless the record is back"));
    sees(stage.button("Copy Host or name"));
    sees(stage.button("Copy Value"));
    stage.isAccessible();
  }

  @Test
  void vouchesForADomainWithAReasonAndNeverWithout() {
    stage.api.on("GET /v1/domains", Samples.page(DashboardSamples.domain("pending")));
    stage.api.on(
        "POST /v1/domains/" + DashboardSamples.DOMAIN + "/verification",
        DashboardSamples.domain("verified"));
    stage.open(ACME + "/domains");
    stage.button("Verify acme.com by hand").click();
    Locator confirm = dialogButton("Verify by hand");
    confirm.click();
    sees(stage.text("Say why."));
    assertThat(stage.api.requests("POST /v1/domains/" + DashboardSamples.DOMAIN + "/verification"))
        .isEmpty();
    stage.field("Reason").fill("Contract of 2 October");
    confirm.click();
    sees(stage.text("Verified"));
    assertThat(stage.api.requests("POST /v1/domains/" + DashboardSamples.DOMAIN + "/verification"))
        .singleElement()
        .satisfies(request -> assertThat(request.body()).contains("Contract of 2 October"));
  }

  @Test
  void offersToVouchOnlyForWhatTheServerTakesAWordFor() {
    stage.api.on(
        "GET /v1/domains",
        Samples.page(
            DashboardSamples.domain("expired"),
            DashboardSamples.domain("pending").replace(DashboardSamples.DOMAIN, "dom_2")));
    stage.open(ACME + "/domains");
    sees(stage.text("Challenge expired"));
    assertThat(stage.button("Verify acme.com by hand").count()).isEqualTo(1);
  }

  @Test
  void deactivatesAfterSayingWhatHappens() {
    stage.api.on(
        "DELETE /v1/connections/" + DashboardSamples.CONNECTION + "/activation",
        DashboardSamples.connection("inactive", "2099-01-01T00:00:00Z"));
    stage.open(ACME + "/connections");
    stage.button("Deactivate").click();
    sees(stage.text("Nobody signs in with it from then on"));
    dialogButton("Deactivate").click();
    sees(stage.text("Tested, not active"));
    goes(stage.button("Deactivate"));
  }

  @Test
  void stopsAConnectionAtTheGatewayAndSaysSinceWhen() {
    stage.api.on("POST /v1/suspensions", "{\"id\":\"sus_1\"}");
    stage.open(ACME + "/connections");
    stage.button("Stop sign-in here and now").click();
    stage.field("Reason").fill("Stolen key");
    stage.api.on(
        "GET /v1/suspensions",
        Samples.page(
            "{\"id\":\"sus_1\",\"reason\":\"Stolen key\",\"createdAt\":\"2026-10-06T10:00:00Z\",\"createdBy\":\"x\"}"));
    dialogButton("Stop sign-in here and now").click();
    sees(stage.matching("Stopped since .*2026.*"));
    sees(stage.button("Let people sign in again"));
  }

  @Test
  void opensAFailedSignInToWhatToChange() {
    stage.open(ACME + "/sign-ins");
    sees(stage.text("4F7K-29QX"));
    stage
        .page
        .getByText("Details", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
        .click();
    sees(stage.text("Meant for another service"));
    sees(stage.text("urn:other"));
    sees(stage.text("Audience URI (SP Entity ID)"));
    stage.isAccessible();
  }

  @Test
  void filtersTheLogByOutcome() {
    stage.open(ACME + "/sign-ins");
    sees(stage.text("4F7K-29QX"));
    stage.api.on("GET /v1/sign-ins", Samples.page());
    stage.field("Outcome").selectOption("succeeded");
    sees(stage.text("No sign-in matches"));
    assertThat(stage.api.requests("GET /v1/sign-ins").getLast().query())
        .contains("outcome=succeeded");
  }

  @Test
  void makesASetUpLinkAndShowsItsAddressOnce() {
    stage.api.on(
        "POST /v1/setup-links",
        DashboardSamples.setupLink("null")
            .replaceFirst("\\{", "{\"url\":\"https://sso.example/setup#s\","));
    stage.open(ACME + "/setup-links");
    sees(stage.text("Kim Lee"));
    stage.button("Create set-up link").click();
    stage.field("Recipient").fill("Kim Lee");
    stage.field("Activate it").uncheck();
    dialogButton("Create set-up link").click();
    sees(stage.text("https://sso.example/setup#s"));
    assertThat(stage.api.requests("POST /v1/setup-links").getFirst().body())
        .contains("\"steps\":[\"domains\",\"connection\",\"test\"]");
    stage.isAccessible();
    stage.button("I have sent it").click();
    goes(stage.text("https://sso.example/setup#s"));
  }

  @Test
  void revokesALink() {
    stage.api.on("DELETE /v1/setup-links/sul_1", PlayedApi.Answer.json("").status(204));
    stage.open(ACME + "/setup-links");
    stage.button("Revoke the link for Kim Lee").click();
    stage.api.on("GET /v1/setup-links", Samples.page());
    dialogButton("Revoke").click();
    sees(stage.text("No set-up link yet"));
    assertThat(stage.api.requests("DELETE /v1/setup-links/sul_1")).hasSize(1);
  }

  @Test
  void saysWhenTheOrganizationIsNotThere() {
    stage.api.on(
        "GET " + Samples.ORGANIZATION_PATH,
        PlayedApi.Answer.problem(404, "not_found", "Not found"));
    stage.open(ACME);
    sees(stage.text("This is not there"));
  }

  private Locator dialogButton(String name) {
    return stage
        .page
        .locator("gatehouse-dialog")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
