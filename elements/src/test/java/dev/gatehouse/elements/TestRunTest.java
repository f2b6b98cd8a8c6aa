package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestRunTest {
  private static final String RUN_PATH = "/v1/test-runs/" + SsoSamples.RUN;

  private final Stage stage = new Stage();
  private volatile String run = "";
  private volatile String connection = SsoSamples.untested();

  @BeforeEach
  void haveAnUntestedDraft() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on("GET /v1/connections", request -> Answer.json(Samples.page(connection)))
        .on("GET " + RUN_PATH, request -> Answer.json(run));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private Page start() {
    run = SsoSamples.pendingRun("started", stage.api.origin() + "/idp");
    stage.api.on(
        "GET /idp", new Answer(200, "text/html", "<title>IdP</title>", java.util.Map.of()));
    stage.api.on("POST /v1/test-runs", request -> Answer.json(run).status(201));
    stage.open("tab=security");
    return stage.page.waitForPopup(() -> stage.button("Start the test").click());
  }

  @Test
  void renders() {
    stage.open("tab=security");
    sees(stage.heading("Try it with a real sign-in"));
    sees(stage.button("Start the test"));
  }

  @Test
  void isAccessible() {
    stage.api.on("GET /v1/test-runs", Samples.page(SsoSamples.failedRun()));
    run = SsoSamples.failedRun();
    stage.open("tab=security");
    stage.page.locator(".history button").click();
    sees(stage.text("Meant for another application"));
    stage.isAccessible();
  }

  @Test
  void opensAWindowThatDoesNotKnowThisPageAndFollowsLive() {
    Page window = start();
    sees(stage.text("Waiting for the sign-in in the other window"));
    window.waitForURL("**/idp");
    assertThat(window.evaluate("() => window.opener")).isNull();
    run = SsoSamples.passedRun();
    connection = SsoSamples.tested();
    sees(stage.text("The test passed"));
    sees(stage.text("ana@acme.com"));
    assertThat(stage.events()).asList().contains("gatehouse-test-run-finished");
    stage.isAccessible();
  }

  @Test
  void saysWhatToChangeWhereAfterAFailure() {
    start();
    run = SsoSamples.failedRun();
    sees(stage.text("Meant for another application"));
    sees(
        stage.text(
            "Okta Admin Console → Applications → your app → General → SAML Settings → Audience URI"
                + " (SP Entity ID)"));
    stage.button("Copy Audience URI (SP Entity ID)").click();
    assertThat((String) stage.page.evaluate("() => navigator.clipboard.readText()"))
        .isEqualTo("https://sso.example.com/saml/01k9/metadata");
  }

  @Test
  void showsRawMessagesAsTextBehindADisclosure() {
    start();
    run = SsoSamples.passedRun();
    sees(stage.text("Raw messages"));
    assertThat(stage.text("<samlp:Response").isVisible()).isFalse();
    stage.text("Raw messages").click();
    sees(stage.text("<samlp:Response"));
  }

  @Test
  void looksUpWhatTheProvidersPageShowed() {
    stage.api.on(
        "GET /v1/identity-providers/okta/errors",
        request ->
            Answer.json(
                """
                {"items":[{"id":"okta_app_not_assigned","title":"You are not assigned to this app",
                  "meaning":"Okta refused before we were asked.","where":["Applications","your app","Assignments"],
                  "remedy":"Assign yourself."}]}
                """));
    stage.open("tab=security");
    stage.text("It never came back?").click();
    stage.field("What did the page show?").fill("403 App Not Assigned");
    stage.button("Look it up").click();
    sees(stage.text("You are not assigned to this app"));
    assertThat(stage.api.requests("GET /v1/identity-providers/okta/errors").getFirst().query())
        .contains("q=403+App+Not+Assigned");
  }

  @Test
  void keepsFollowingARunAfterTheLineWasLost() {
    start();
    stage.offline();
    run = SsoSamples.passedRun();
    stage.online();
    sees(stage.text("The test passed"));
  }

  @Test
  void closesTheWindowWhenARunIsRefused() {
    stage.api.on("POST /v1/test-runs", Answer.problem(ProblemCode.SELF_SERVE_SSO_DISABLED));
    stage.open("tab=security");
    Page window = stage.page.waitForPopup(() -> stage.button("Start the test").click());
    sees(stage.text(ProblemCode.SELF_SERVE_SSO_DISABLED.title()));
    assertThat(window.isClosed()).isTrue();
  }
}
