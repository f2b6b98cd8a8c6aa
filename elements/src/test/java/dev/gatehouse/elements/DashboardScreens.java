package dev.gatehouse.elements;

import static dev.gatehouse.elements.DashboardSamples.CONNECTION;
import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Stage.sees;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.List;
import java.util.function.Consumer;

/** The operator's dashboard: each screen full, empty, and when it cannot be read. */
final class DashboardScreens {
  static final String ACME = "organizations/" + Samples.ORGANIZATION + "/";

  private DashboardScreens() {}

  static List<Screen> all() {
    return List.of(
        at("organizations", "organizations", stage -> {}),
        at(
            "organizations-none",
            "organizations",
            stage -> stage.api.on("GET /v1/organizations", Samples.page())),
        at(
            "organizations-unread-progress",
            "organizations",
            stage ->
                stage.api.on(
                    "GET /v1/connections", Answer.problem(500, "internal_error", "It broke"))),
        at(
            "organizations-unavailable",
            "organizations",
            stage ->
                stage.api.on(
                    "GET /v1/organizations",
                    Answer.problem(503, "service_unavailable", "The service is not available."))),
        screen(
            "dashboard/organizations-no-match",
            stage -> {
              open(stage, "organizations");
              stage.field("Search").fill("nobody");
              sees(stage.text("Nothing matches"));
            }),
        at(
            "organization-missing",
            ACME + "overview",
            stage ->
                stage.api.on(
                    "GET " + Samples.ORGANIZATION_PATH,
                    Answer.problem(404, "not_found", "Not found"))),
        at("overview", ACME + "overview", stage -> {}),
        at(
            "overview-new",
            "organizations/" + DashboardSamples.OTHER + "/overview",
            stage -> {
              stage.api.on(
                  "GET /v1/organizations/" + DashboardSamples.OTHER, DashboardSamples.other());
              stage.api.on("GET /v1/sign-ins", Samples.page());
            }),
        at("settings", ACME + "settings", stage -> {}),
        at(
            "settings-off",
            ACME + "settings",
            stage ->
                stage.api.on(
                    "GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme", false))),
        at(
            "members",
            ACME + "members",
            stage ->
                stage.api.on(
                    "GET " + Samples.MEMBERS_PATH,
                    Samples.page(Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin")))),
        at(
            "domains",
            ACME + "domains",
            stage ->
                stage.api.on(
                    "GET /v1/domains",
                    Samples.page(
                        DashboardSamples.domain("verified")
                            .replace("not_published", "proven")
                            .replace(
                                "Nothing is published at _gatehouse-challenge.acme.com yet.",
                                "The record is there."),
                        DashboardSamples.domain("pending").replace("acme.com", "acme.de"),
                        DashboardSamples.lapsing().replace("acme.com", "acme.co.jp")))),
        at(
            "domains-none",
            ACME + "domains",
            stage -> stage.api.on("GET /v1/domains", Samples.page())),
        at("connections", ACME + "connections", stage -> {}),
        at(
            "connections-none",
            ACME + "connections",
            stage -> stage.api.on("GET /v1/connections", Samples.page())),
        at(
            "connections-stopped",
            ACME + "connections",
            stage ->
                stage.api.on(
                    "GET /v1/suspensions",
                    Samples.page(
                        "{\"id\":\"sus_1\",\"connection\":\"%s\",\"reason\":\"Stolen key\","
                                .formatted(CONNECTION)
                            + "\"createdAt\":\"2026-11-25T10:00:00Z\",\"createdBy\":\"x\"}"))),
        at(
            "setup-links",
            ACME + "setup-links",
            stage ->
                stage.api.on(
                    "GET /v1/setup-links",
                    Samples.page(
                        DashboardSamples.setupLink("null"),
                        DashboardSamples.setupLink("\"2026-11-24T09:00:00Z\"")
                            .replace("sul_1", "sul_2")
                            .replace("Kim Lee", "Maximiliane Hohenstein-Wartberg"),
                        DashboardSamples.setupLink("null")
                            .replace("sul_1", "sul_3")
                            .replace("2099", "2026")))),
        at(
            "setup-links-none",
            ACME + "setup-links",
            stage -> stage.api.on("GET /v1/setup-links", Samples.page())),
        at(
            "sign-in-log",
            ACME + "sign-ins",
            stage ->
                stage.api.on(
                    "GET /v1/sign-ins",
                    Samples.page(DashboardSamples.failedSignIn(), succeeded()))),
        at(
            "sign-in-log-none",
            ACME + "sign-ins",
            stage -> stage.api.on("GET /v1/sign-ins", Samples.page())),
        at(
            "history",
            ACME + "history",
            stage -> stage.api.on("GET /v1/audit", Samples.page(changed("1"), changed("2")))),
        screen(
            "dashboard/history-opened",
            stage -> {
              DashboardSamples.operator(stage.api)
                  .on("GET /v1/audit", Samples.page(changed("1"), changed("2")));
              stage.open("path=" + ACME + "history");
              stage.page.locator("gatehouse-history-panel summary").first().click();
            }),
        at("history-none", ACME + "history", stage -> {}),
        at("applications", "applications", stage -> {}),
        at(
            "applications-none",
            "applications",
            stage -> stage.api.on("GET /v1/applications", Samples.page())),
        screen(
            "dashboard/application-registered",
            stage -> {
              open(stage, "applications");
              stage.api.on(
                  "POST /v1/applications",
                  DashboardSamples.application()
                      .replaceFirst(
                          "\\{", "{\"clientSecret\":\"gs_3mQ9vXr5Tz1bYw8KcLp2NfHs7DgJe4Ua6\","));
              stage.button("Register application").click();
              stage.field("Name").fill("Brightdesk");
              stage.field("Redirect URIs").fill("https://brightdesk.example/callback");
              stage
                  .page
                  .locator("gatehouse-application-form gatehouse-dialog button.primary")
                  .click();
              sees(stage.button("I have kept it"));
            }),
        at(
            "api-clients",
            "api-clients",
            stage -> stage.api.on("GET /v1/api-clients", Samples.page(client()))),
        at("api-clients-none", "api-clients", stage -> {}),
        screen(
            "dashboard/api-client-created",
            stage -> {
              open(stage, "api-clients");
              stage.api.on(
                  "POST /v1/api-clients",
                  client().replaceFirst("\\{", "{\"clientSecret\":\"gs_3mQ9vXr5Tz1bYw8KcLp2Nf\","));
              stage.field("Name of the new client").fill("Billing");
              stage.button("Create client").click();
              sees(stage.button("I have kept it"));
            }),
        at("find-sign-in", "sign-in", stage -> {}),
        screen(
            "dashboard/sign-in-found",
            stage -> {
              DashboardSamples.operator(stage.api)
                  .on("GET /v1/sign-ins/4F7K-29QX", DashboardSamples.failedSignIn());
              stage.open("path=sign-in/4F7K-29QX");
              sees(stage.text("Meant for another service"));
            }),
        screen(
            "dashboard/sign-in-not-found",
            stage -> {
              DashboardSamples.operator(stage.api);
              stage.open("path=sign-in/0000-0000");
              sees(stage.text("No sign-in has the reference 0000-0000"));
            }));
  }

  static void open(Stage stage, String path) {
    DashboardSamples.operator(stage.api);
    shown(stage, path);
  }

  private static void shown(Stage stage, String path) {
    stage.open("path=" + path);
    Locator dashboard = stage.page.locator("gatehouse-dashboard");
    sees(dashboard.locator("section").or(dashboard.locator("gatehouse-problem .notice")));
  }

  private static Screen at(String name, String path, Consumer<Stage> played) {
    return screen(
        "dashboard/" + name,
        stage -> {
          DashboardSamples.operator(stage.api);
          played.accept(stage);
          shown(stage, path);
          stage.page.waitForLoadState(LoadState.NETWORKIDLE);
        });
  }

  private static String succeeded() {
    return """
    {"id":"sin_2","organization":"%s","connection":"%s","outcome":"succeeded",
     "at":"2026-11-25T11:00:00Z","email":"ana@acme.com","person":"per_01k9z3n5q7r8s9t2v4w6x8y0za",
     "reasons":[],"findings":[],"checks":[]}
    """
        .formatted(Samples.ORGANIZATION, CONNECTION);
  }

  private static String changed(String id) {
    return """
    {"id":"aud_%s","at":"2026-11-25T10:00:00Z","actor":"mem_01k9z3n5q7r8s9t2v4w6x8y0za",
     "action":"connection.activated","subject":"con_01k9z3n5q7r8s9t2v4w6x8y0za",
     "before":{"status":"inactive","live":null},
     "after":{"status":"active","live":"rev_01k9z3n5q7r8s9t2v4w6x8y0za"}}
    """
        .formatted(id);
  }

  private static String client() {
    return "{\"id\":\"acl_1\",\"clientId\":\"cli_01k9z3n5q7r8s9t2v4w6x8y0za\",\"name\":\"Billing\","
        + "\"createdAt\":\"2026-10-02T09:00:00Z\"}";
  }
}
