package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Stage.sees;

import com.microsoft.playwright.Page;
import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import java.util.List;
import java.util.Map;

/** The third step: a real sign-in, its course and its verdict. */
final class TestRunScreens {
  private TestRunScreens() {}

  static List<Screen> all() {
    return List.of(
        screen(
            "test/ready",
            stage -> {
              step(stage, Samples.page());
              sees(stage.button("Start the test"));
            }),
        screen(
            "test/not-yet",
            stage -> {
              SsoSamples.with(
                  stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.fresh()));
              stage.open("tab=security");
              Screens.step(stage, "Test");
              sees(stage.text("First give us"));
            }),
        screen(
            "test/no-domain",
            stage -> {
              SsoSamples.with(
                  stage.api,
                  Samples.page(SsoSamples.VERIFIED),
                  Samples.page(
                      SsoSamples.okta(
                          "in_progress",
                          "",
                          SsoSamples.revision(1, false),
                          "null",
                          "2036-01-01T00:00:00Z")));
              stage.open("tab=security");
              sees(stage.text("No domain is assigned"));
            }),
        screen(
            "test/running",
            stage -> {
              SsoSamples.with(
                      stage.api,
                      Samples.page(SsoSamples.VERIFIED),
                      Samples.page(SsoSamples.untested()))
                  .on(
                      "GET /idp",
                      new Answer(200, "text/html", "<title>Identity provider</title>", Map.of()));
              String run = SsoSamples.pendingRun("request_sent", stage.api.origin() + "/idp");
              stage.api.on("POST /v1/test-runs", Answer.json(run).status(201));
              stage.api.on("GET /v1/test-runs/" + SsoSamples.RUN, run);
              stage.open("tab=security");
              Page window = stage.page.waitForPopup(() -> stage.button("Start the test").click());
              sees(stage.text("Waiting for the sign-in in the other window"));
              window.waitForURL("**/idp");
              window.close();
            }),
        screen(
            "test/passed",
            stage -> {
              stage.api.on("GET /v1/test-runs/" + SsoSamples.RUN, SsoSamples.passedRun());
              SsoSamples.with(
                      stage.api,
                      Samples.page(SsoSamples.VERIFIED),
                      Samples.page(SsoSamples.tested()))
                  .on("GET /v1/test-runs", Samples.page(SsoSamples.passedRun()));
              stage.open("tab=security");
              stage.button("Activate…").click();
              Screens.step(stage, "Test");
              stage.page.locator("gatehouse-test-step .history button").first().click();
              sees(stage.text("The test passed"));
            }),
        finished("test/failed", SsoSamples.failedRun()),
        finished("test/never-came-back", SsoSamples.run("abandoned", "")),
        screen(
            "test/raw-messages",
            stage -> {
              show(stage, SsoSamples.passedRun());
              stage.text("Raw messages").click();
              sees(stage.text("<samlp:Response"));
              stage.page.locator("gatehouse-run details summary").first().click();
            }),
        screen(
            "test/refused",
            stage -> {
              stage.api.on(
                  "POST /v1/test-runs", Answer.problem(ProblemCode.SELF_SERVE_SSO_DISABLED));
              step(stage, Samples.page());
              Page window = stage.page.waitForPopup(() -> stage.button("Start the test").click());
              sees(stage.alert());
              window.close();
            }),
        screen("test/error-found", stage -> search(stage, knownError())),
        screen(
            "test/error-unknown",
            stage ->
                search(
                    stage,
                    "{\"items\":[],\"general\":{\"code\":\"x\",\"remedy\":\"Ask whoever runs the identity"
                        + " provider what it logged at that moment.\"},\"lookUp\":\"https://login.example/errors\"}")));
  }

  private static void step(Stage stage, String runs) {
    SsoSamples.with(
            stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.untested()))
        .on("GET /v1/test-runs", runs);
    stage.open("tab=security");
    sees(stage.heading("Try it with a real sign-in"));
  }

  private static Screen finished(String name, String run) {
    return screen(name, stage -> show(stage, run));
  }

  private static void show(Stage stage, String run) {
    stage.api.on(
        "GET /v1/test-runs/" + SsoSamples.RUN,
        request -> Answer.json(ServerTexts.in(request.header("accept-language")).json(run)));
    String earlier =
        SsoSamples.failedRun()
            .replace(SsoSamples.RUN, "run_earlier")
            .replace("2026-11-25T12:00", "2026-11-25T11:40");
    step(stage, Samples.page(earlier, run));
    stage.page.locator("gatehouse-test-step .history button").first().click();
    sees(stage.page.locator("gatehouse-run .notice"));
  }

  private static void search(Stage stage, String answer) {
    stage.api.on("GET /v1/identity-providers/okta/errors", answer);
    step(stage, Samples.page());
    stage.page.locator("gatehouse-error-search summary").click();
    stage.field("What did the page show?").fill("403 App Not Assigned");
    stage.button("Look it up").click();
    sees(stage.page.locator("gatehouse-error-search [role=status] p"));
  }

  private static String knownError() {
    return """
    {"items":[{"id":"okta_app_not_assigned","title":"You are not assigned to this app",
      "meaning":"Okta refused before we were asked.","where":["Applications","your app","Assignments"],
      "remedy":"Assign yourself, or a group that you are in, and try again.",
      "link":"https://support.okta.example/app-not-assigned"}]}
    """;
  }
}
