package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityOverviewTest {
  private static final String SUMMARY = "GET /v1/sign-ins/summary";

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private void open(String connection) {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(connection));
    stage.open("tab=security");
    sees(stage.heading("Okta"));
  }

  @Test
  void renders() {
    stage.api.on(SUMMARY, Samples.page(SsoSamples.week(3, 1, SsoSamples.lately("ana@acme.com"))));
    stage.api.on("GET /v1/sign-ins", Samples.page(DashboardSamples.failedSignIn()));
    open(SsoSamples.active());
    sees(stage.heading("Recent sign-ins"));
    sees(stage.text("3 sign-ins"));
    sees(stage.text("1 failed"));
    sees(stage.heading("Who signed in lately"));
    sees(stage.text("audience_mismatch · 4F7K-29QX"));
    assertThat(stage.api.requests("GET /v1/sign-ins").getFirst().query())
        .contains("outcome=failed");
  }

  @Test
  void isAccessible() {
    stage.api.on(SUMMARY, Samples.page(SsoSamples.week(2, 9, SsoSamples.lately("ana@acme.com"))));
    stage.api.on("GET /v1/sign-ins", Samples.page(DashboardSamples.failedSignIn()));
    open(SsoSamples.active());
    sees(stage.heading("Who could not"));
    stage.isAccessible();
  }

  @Test
  void countsTheDaysToACertificatesEndDownFromSixty() {
    open(endsIn(Duration.ofDays(61)));
    assertThat(stage.matching("certificate ends on .*, in ").count()).isZero();
    open(endsIn(Duration.ofDays(59)));
    sees(stage.matching("certificate ends on .*, in 5[89] days"));
    open(endsIn(Duration.ofDays(6)));
    sees(stage.matching("certificate ends on .*, in [56] days"));
  }

  private static String endsIn(Duration left) {
    return SsoSamples.okta(
        "active",
        "\"dom_1\"",
        "null",
        SsoSamples.revision(1, true),
        Instant.parse(Screen.NOW).plus(left).toString());
  }

  @Test
  void putsFailuresFirstWhenTheyOutnumberTheRest() {
    stage.api.on(SUMMARY, Samples.page(SsoSamples.week(2, 9)));
    open(SsoSamples.active());
    sees(stage.text("9 sign-ins failed in the last 7 days, and 2 worked."));
    stage.button("Test the connection").click();
    sees(stage.heading("Try it with a real sign-in"));
  }

  @Test
  void saysInWordsWhatADraftChanges() {
    String draft = SsoSamples.revision(2, false).replace("sso/saml\"", "sso/new\"");
    open(
        SsoSamples.okta(
            "active",
            "\"dom_1\"",
            draft.replace("\"forceAuthn\":false", "\"forceAuthn\":true"),
            SsoSamples.revision(1, true),
            "2036-01-01T00:00:00Z"));
    sees(stage.text("There is a draft beside what is live"));
    assertThat(stage.page.locator("gatehouse-differences tbody tr").allInnerTexts())
        .hasSize(2)
        .anySatisfy(row -> assertThat(row).contains("Sign-on URL", "sso/saml", "sso/new"))
        .anySatisfy(row -> assertThat(row).contains("Ask for the password", "No", "Yes"));
    stage.isAccessible();
  }

  @Test
  void saysThatADraftChangesNothing() {
    open(SsoSamples.activeWithDraft());
    sees(stage.text("It says the same as what is live."));
  }

  @Test
  void saysSinceWhenAndByWhomItIsDeactivated() {
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH + "/mem_1",
        Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin"));
    open(deactivatedBy("member:mem_1"));
    sees(stage.matching("Deactivated on Nov 24, 2026.* by Ana Ito"));
    sees(stage.button("Activate again…"));
    stage.isAccessible();
  }

  @Test
  void namesNobodyWhomTheViewerMayNotSee() {
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH + "/mem_1", Answer.problem(403, "permission_denied", "No"));
    open(deactivatedBy("member:mem_1"));
    sees(stage.matching("Deactivated on .* by an administrator"));
    goes(stage.alert());
  }

  @Test
  void saysThatThePlatformDeactivatedIt() {
    open(deactivatedBy("operator:support-backend"));
    sees(stage.matching("Deactivated on .* by the platform"));
    goes(stage.text("support-backend"));
  }

  private static String deactivatedBy(String actor) {
    return SsoSamples.tested()
        .replaceFirst(
            "\\{", "{\"deactivated\":{\"at\":\"2026-11-24T16:00:00Z\",\"by\":\"" + actor + "\"},");
  }

  @Test
  void saysNothingOfSignInsThatCannotBeRead() {
    stage.api.on(SUMMARY, Answer.problem(403, "permission_denied", "No"));
    open(SsoSamples.active());
    goes(stage.heading("Recent sign-ins"));
    goes(stage.alert());
  }
}
