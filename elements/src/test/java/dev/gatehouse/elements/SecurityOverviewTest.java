package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
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
  void putsFailuresFirstWhenTheyOutnumberTheRest() {
    stage.api.on(SUMMARY, Samples.page(SsoSamples.week(2, 9)));
    open(SsoSamples.active());
    sees(stage.text("9 sign-ins failed in the last 7 days, and 2 worked."));
    stage.button("Test the connection").click();
    sees(stage.heading("Try it with a real sign-in"));
  }

  @Test
  void saysNothingOfSignInsThatCannotBeRead() {
    stage.api.on(SUMMARY, Answer.problem(403, "permission_denied", "No"));
    open(SsoSamples.active());
    assertThat(stage.heading("Recent sign-ins").count()).isZero();
    assertThat(stage.alert().count()).isZero();
  }
}
