package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Screens.security;
import static dev.gatehouse.elements.Stage.sees;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.List;

/** The Security tab at a glance, the fourth step, and what ends or undoes a connection. */
final class OverviewScreens {
  private static final String ACTIVATION = "PUT " + SsoSamples.OKTA_PATH + "/activation";
  private static final String LATER = "2036-01-01T00:00:00Z";

  private OverviewScreens() {}

  static List<Screen> all() {
    return List.of(
        screen(
            "security/welcome",
            stage -> {
              security(stage, Samples.page(), Samples.page());
              sees(stage.button("Start"));
            }),
        screen(
            "security/no-permission",
            stage -> {
              SsoSamples.with(stage.api, Samples.page(), Samples.page())
                  .on("GET /v1/sessions/current", Samples.session("org:sys_memberships:read"))
                  .on("GET " + Samples.MEMBERS_PATH, Samples.page(DecisionScreens.manager()));
              stage.open("tab=security");
              sees(stage.text("Ask Ana Ito."));
            }),
        screen(
            "security/switched-off",
            stage -> {
              SsoSamples.with(stage.api, Samples.page(), Samples.page())
                  .on("GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme", false));
              stage.open("tab=security");
              sees(stage.text("Single sign-on is not offered here"));
            }),
        screen(
            "security/unreachable",
            stage -> {
              SsoSamples.with(stage.api, Samples.page(), Samples.page())
                  .on("GET /v1/connections", Answer.problem(500, "internal_error", "It broke"));
              stage.open("tab=security");
              sees(stage.alert());
            }),
        screen(
            "security/loading",
            stage -> {
              SsoSamples.with(stage.api, Samples.page(), Samples.page());
              stage.page.route("**/v1/connections?*", neverAnswered -> {});
              stage.open("tab=security");
              sees(stage.page.locator("gatehouse-skeleton .line"));
            }),
        screen("security/ready", stage -> overview(stage, SsoSamples.tested())),
        screen("security/active", stage -> overview(stage, SsoSamples.active())),
        screen(
            "security/active-with-draft", stage -> overview(stage, SsoSamples.activeWithDraft())),
        screen(
            "security/active-with-untested-draft",
            stage ->
                overview(
                    stage,
                    SsoSamples.okta(
                        "active",
                        "\"dom_1\"",
                        SsoSamples.revision(2, false),
                        SsoSamples.revision(1, true),
                        LATER))),
        screen(
            "security/deactivated",
            stage ->
                overview(
                    stage,
                    SsoSamples.tested()
                        .replaceFirst(
                            "\\{",
                            "{\"deactivated\":{\"at\":\"2026-11-24T16:00:00Z\",\"by\":\"operator:x\"},"))),
        screen("security/trouble", OverviewScreens::trouble),
        screen(
            "security/certificate-ended",
            stage ->
                overview(
                    stage,
                    SsoSamples.okta(
                        "active",
                        "\"dom_1\"",
                        "null",
                        SsoSamples.revision(1, true),
                        "2026-11-01T00:00:00Z"))),
        screen(
            "security/line-lost",
            stage -> {
              overview(stage, SsoSamples.active());
              stage.offline();
              sees(
                  stage.page.locator(
                      "gatehouse-security-tab .notice.warn, gatehouse-security-tab gatehouse-problem"));
              stage.online();
            }),
        screen(
            "activate/missing",
            stage -> {
              security(stage, Samples.page(SsoSamples.PENDING), Samples.page());
              Screens.step(stage, "Activate");
              sees(stage.page.locator("gatehouse-activate-step .notice"));
            }),
        screen("activate/offer", OverviewScreens::offer),
        screen(
            "activate/replaces-live",
            stage -> {
              overview(stage, SsoSamples.activeWithDraft());
              stage.button("Activate…").click();
              sees(stage.page.locator("gatehouse-activate-step .card"));
            }),
        screen(
            "activate/relink",
            stage -> {
              stage.api.on(
                  ACTIVATION, Answer.problem(409, "relink_confirmation_required", "Relink"));
              offer(stage);
              stage.page.locator("gatehouse-activate-step button.primary").click();
              sees(stage.text("People will be recognised anew"));
            }),
        screen(
            "activate/refused",
            stage -> {
              stage.api.on(ACTIVATION, Answer.problem(409, "no_trusted_key", "No key is trusted."));
              offer(stage);
              stage.page.locator("gatehouse-activate-step button.primary").click();
              sees(stage.alert());
            }),
        screen(
            "activate/already",
            stage -> {
              overview(stage, SsoSamples.active());
              stage.button("Edit as draft").click();
              Screens.step(stage, "Activate");
              sees(stage.page.locator("gatehouse-activate-step .notice"));
            }),
        asks("manage/deactivate", SsoSamples.active(), "Deactivate"),
        asks("manage/delete", SsoSamples.tested(), "Delete"),
        asks("manage/discard", SsoSamples.activeWithDraft(), "Discard the draft"),
        asks("manage/versions", SsoSamples.activeWithDraft(), "Versions"));
  }

  private static void overview(Stage stage, String connection) {
    recent(stage);
    security(stage, Samples.page(SsoSamples.VERIFIED), Samples.page(connection));
    sees(stage.page.locator("gatehouse-security-overview .facts"));
    sees(stage.page.locator("gatehouse-recent-sign-ins li"));
  }

  private static void recent(Stage stage) {
    stage.api.on(
        "GET /v1/sign-ins/summary",
        Samples.page(
            SsoSamples.week(
                12, 2, SsoSamples.lately("ana@acme.com"), SsoSamples.lately("kim@acme.com"))));
    stage.api.on(
        "GET /v1/sign-ins",
        Samples.page(
            "{\"id\":\"s2\",\"outcome\":\"failed\",\"at\":\"2026-11-25T10:00:00Z\",\"email\":\"zoe@acme.com\","
                + "\"reference\":\"4F7K-29QX\",\"reasons\":[\"email_missing\"]}",
            "{\"id\":\"s3\",\"outcome\":\"failed\",\"at\":\"2026-11-24T09:30:00Z\","
                + "\"reference\":\"8C2M-71TZ\",\"reasons\":[\"audience_mismatch\"]}"));
  }

  private static void trouble(Stage stage) {
    recent(stage);
    security(
        stage,
        Samples.page(SsoSamples.VERIFIED, SsoSamples.missed("lapsing", "dom_8", "acme.co.jp")),
        Samples.page(
            SsoSamples.okta(
                "active",
                "\"dom_1\",\"dom_8\"",
                SsoSamples.revision(2, true),
                SsoSamples.revision(1, true),
                "2026-12-05T00:00:00Z")));
    sees(stage.page.locator("gatehouse-recent-sign-ins li"));
  }

  private static void offer(Stage stage) {
    stage.api.on("GET " + SsoSamples.OKTA_PATH + "/activation", SsoSamples.preview(false));
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH + "/by-email-domain",
        Samples.page(
            SsoSamples.membersAt("acme.com", 214, "\"Ana I.\",\"Ben O.\",\"c…@acme.com\"")));
    overview(stage, SsoSamples.tested());
    stage.button("Activate…").click();
    sees(stage.page.locator("gatehouse-activate-step .card"));
  }

  private static Screen asks(String name, String connection, String button) {
    return screen(
        name,
        stage -> {
          stage.api.on(
              "GET " + SsoSamples.OKTA_PATH + "/revisions",
              Samples.page(
                  SsoSamples.revision(1, true),
                  SsoSamples.revision(2, true),
                  SsoSamples.revision(3, false)));
          overview(stage, connection);
          stage.button(button).click();
          sees(stage.page.locator("dialog[open] h2"));
        });
  }
}
