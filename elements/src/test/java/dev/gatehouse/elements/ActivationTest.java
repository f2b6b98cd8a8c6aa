package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivationTest {
  private static final String ACTIVATION = SsoSamples.OKTA_PATH + "/activation";

  private final Stage stage = new Stage();
  private volatile String connection = "";

  @AfterEach
  void close() {
    stage.close();
  }

  private void open(String first) {
    connection = first;
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on(
            "GET /v1/connections",
            request ->
                Answer.json(connection.isEmpty() ? Samples.page() : Samples.page(connection)));
    stage.open("tab=security");
  }

  @Test
  void renders() {
    open(SsoSamples.tested());
    sees(stage.text("Ready, not active"));
    stage.button("Activate…").click();
    sees(stage.heading("Switch it on"));
    sees(stage.text("Everyone with an email at acme.com signs in with Okta from then on."));
  }

  @Test
  void isAccessible() {
    open(SsoSamples.active());
    sees(stage.heading("Okta"));
    stage.isAccessible();
    stage.button("Deactivate").click();
    sees(stage.heading("Deactivate Okta?"));
    stage.isAccessible();
  }

  @Test
  void countsWhoWillBeAffectedDomainByDomain() {
    stage.api.on("GET " + ACTIVATION, SsoSamples.preview(false));
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH + "/by-email-domain",
        Samples.page(SsoSamples.membersAt("acme.com", 214, "\"Ana I.\",\"Kim L.\"")));
    open(SsoSamples.tested());
    stage.button("Activate…").click();
    sees(stage.text("214 members at acme.com"));
    sees(stage.text("Among them Ana I. and Kim L."));
    stage.isAccessible();
    assertThat(stage.api.requests("GET " + ACTIVATION).getFirst().query())
        .isEqualTo("revision=rev_1");
  }

  @Test
  void saysBeforeAnybodyClicksThatPeopleWillBeRelinkedAndHowMany() {
    stage.api.on("GET " + ACTIVATION, SsoSamples.preview(true, "\"relink_confirmation_required\""));
    stage.api.on("GET /v1/sign-ins/summary", Samples.page(SsoSamples.week(3, 0)));
    stage.api.on("PUT " + ACTIVATION, SsoSamples.active());
    open(SsoSamples.tested());
    stage.button("Activate…").click();
    sees(stage.text("214 people have signed in before and are concerned."));
    connection = SsoSamples.active();
    stage.button("Confirm and activate").click();
    sees(stage.text("Single sign-on is active"));
    assertThat(stage.api.requests("PUT " + ACTIVATION).getFirst().body())
        .isEqualTo("{\"revision\":\"rev_1\",\"confirmRelink\":true}");
  }

  @Test
  void doesNotOfferWhatTheServerWouldRefuse() {
    stage.api.on("GET " + ACTIVATION, SsoSamples.preview(false, "\"no_trusted_key\""));
    open(SsoSamples.tested());
    stage.button("Activate…").click();
    sees(stage.text("A trusted certificate of your identity provider"));
    assertThat(stage.page.locator("gatehouse-activate-step button").allInnerTexts())
        .containsExactly("Open Connection");
  }

  @Test
  void activatesTheTestedRevisionAndShowsItOnlyAfterTheServerSaidSo() {
    stage.api.on("PUT " + ACTIVATION, SsoSamples.active());
    open(SsoSamples.tested());
    stage.button("Activate…").click();
    sees(stage.heading("Switch it on"));
    connection = SsoSamples.active();
    stage.page.locator("gatehouse-activate-step button.primary").click();
    sees(stage.text("Single sign-on is active"));
    sees(stage.button("Edit as draft"));
    assertThat(stage.api.requests("PUT " + ACTIVATION).getFirst().body())
        .isEqualTo("{\"revision\":\"rev_1\"}");
    assertThat(stage.events()).asList().contains("gatehouse-connection-activated");
  }

  @Test
  void asksOnceMoreBeforePeopleAreRelinked() {
    stage.api.on(
        "PUT " + ACTIVATION,
        request ->
            request.body().contains("confirmRelink")
                ? Answer.json(SsoSamples.active())
                : Answer.problem(409, "relink_confirmation_required", "Relink"));
    open(SsoSamples.tested());
    stage.button("Activate…").click();
    stage.page.locator("gatehouse-activate-step button.primary").click();
    sees(stage.text("People will be recognised anew"));
    stage.button("Confirm and activate").click();
    sees(stage.text("Single sign-on is active"));
  }

  @Test
  void staysInactiveWhenTheServerRefuses() {
    stage.api.on("PUT " + ACTIVATION, Answer.problem(409, "no_trusted_key", "No key is trusted."));
    open(SsoSamples.tested());
    stage.button("Activate…").click();
    stage.page.locator("gatehouse-activate-step button.primary").click();
    sees(stage.text("No key is trusted."));
    sees(stage.text("Ready, not active"));
  }

  @Test
  void deactivatesAfterSayingWhatItMeans() {
    stage.api.on("DELETE " + ACTIVATION, SsoSamples.tested());
    open(SsoSamples.active());
    stage.button("Deactivate").click();
    sees(stage.matching("From then on nobody signs in through Okta"));
    connection = SsoSamples.tested();
    stage.page.locator("gatehouse-dialog button.danger").click();
    sees(stage.text("Ready, not active"));
    assertThat(stage.events()).asList().contains("gatehouse-connection-deactivated");
  }

  @Test
  void deletesOnlyWhenTheNameIsTyped() {
    stage.api.on(
        "DELETE " + SsoSamples.OKTA_PATH, new Answer(204, "application/json", "", Map.of()));
    open(SsoSamples.tested());
    stage.button("Delete").click();
    var confirm = stage.page.locator("gatehouse-dialog button.danger");
    assertThat(confirm.isDisabled()).isTrue();
    stage.field("Type Okta to confirm").fill("Okta");
    connection = "";
    confirm.click();
    sees(stage.heading("Which identity provider do you use?"));
  }

  @Test
  void goesBackToAnEarlierTestedVersion() {
    stage.api.on(
        "GET " + SsoSamples.OKTA_PATH + "/revisions",
        Samples.page(SsoSamples.revision(1, true), SsoSamples.revision(2, true)));
    stage.api.on("PUT " + ACTIVATION, SsoSamples.active());
    open(
        SsoSamples.okta(
            "active", "\"dom_1\"", "null", SsoSamples.revision(2, true), "2036-01-01T00:00:00Z"));
    stage.button("Versions").click();
    stage.button("Go back to version 1").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests("PUT " + ACTIVATION).getFirst().body())
        .isEqualTo("{\"revision\":\"rev_1\"}");
  }

  @Test
  void putsTroubleFirst() {
    open(
        SsoSamples.okta(
            "active", "\"dom_1\"", "null", SsoSamples.revision(1, true), "2026-11-01T00:00:00Z"));
    sees(stage.matching("certificate ended on"));
    stage.button("Give us the new certificate").click();
    sees(stage.matching("What you change here becomes a draft"));
  }

  @Test
  void explainsToALinksFollowerWhyThereIsNothing() {
    SsoSamples.with(stage.api, Samples.page(), Samples.page());
    stage.api.on("GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme", false));
    stage.open("tab=security");
    sees(stage.text("Single sign-on is not offered here"));
    stage.isAccessible();
    stage.open("tab=general");
    sees(stage.heading("Organization"));
    assertThat(stage.page.locator("gatehouse-tabs [role=tab]").count()).isEqualTo(2);
  }

  @Test
  void namesNobodyWhereMembersMayNotBeSeen() {
    SsoSamples.with(stage.api, Samples.page(), Samples.page());
    stage.api.on("GET /v1/sessions/current", Samples.session("org:sys_profile:manage"));
    stage.api.on("GET " + Samples.MEMBERS_PATH, Answer.problem(403, "permission_denied", "No"));
    stage.open("tab=security");
    sees(stage.text("You cannot set up single sign-on"));
    goes(stage.matching("^Ask "));
    goes(stage.alert());
  }

  @Test
  void saysWhoCanDoItToThoseWhoMayNot() {
    SsoSamples.with(stage.api, Samples.page(), Samples.page());
    stage.api.on("GET /v1/sessions/current", Samples.session("org:sys_memberships:read"));
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH,
        Samples.page(
            DecisionScreens.manager(),
            Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:member")));
    stage.open("tab=security");
    sees(stage.text("You cannot set up single sign-on"));
    sees(stage.text("Ask Ana Ito."));
    stage.isAccessible();
    assertThat(stage.api.requests("GET /v1/connections")).isEmpty();
  }
}
