package dev.gatehouse.elements;

import static dev.gatehouse.elements.DashboardScreens.ACME;
import static dev.gatehouse.elements.DashboardScreens.open;
import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Stage.sees;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.List;
import java.util.function.Consumer;

/** Every dialog of the operator's dashboard, also with what is refused in it. */
final class DashboardDialogs {
  private DashboardDialogs() {}

  static List<Screen> all() {
    return List.of(
        dialog(
            "create-organization",
            "organizations",
            stage -> stage.button("Create organization").click()),
        dialog(
            "create-organization-missing",
            "organizations",
            stage -> {
              stage.button("Create organization").click();
              stage.page.keyboard().press("Enter");
              sees(stage.text("Enter a name."));
            }),
        dialog(
            "delete-organization",
            ACME + "settings",
            stage -> stage.button("Delete organization").click()),
        dialog(
            "verify-by-hand",
            ACME + "domains",
            stage -> {
              stage.button("Verify acme.com by hand").click();
              stage.page.locator("gatehouse-domains-panel gatehouse-dialog button.primary").click();
              sees(stage.text("Say why."));
            }),
        dialog("deactivate", ACME + "connections", stage -> stage.button("Deactivate").click()),
        dialog(
            "stop-sign-in",
            ACME + "connections",
            stage -> stage.button("Stop sign-in here and now").click()),
        dialog(
            "create-setup-link",
            ACME + "setup-links",
            stage -> stage.button("Create set-up link").click()),
        dialog(
            "create-setup-link-missing",
            ACME + "setup-links",
            stage -> {
              stage.button("Create set-up link").click();
              stage.page.locator("gatehouse-create-setup-link button.primary").click();
              sees(stage.text("Enter a name."));
            }),
        dialog(
            "application-conflict",
            "applications",
            stage -> {
              String theirs = DashboardSamples.application().replace("Brightdesk\"", "Bright\"");
              stage.api.on(
                  "PATCH /v1/applications/app_1",
                  Answer.problem(412, "precondition_failed", "Stale"));
              stage.api.on("GET /v1/applications/app_1", theirs);
              stage.button("Edit: Brightdesk").click();
              stage.field("Name").fill("Brightdesk 2");
              stage.page.keyboard().press("Enter");
              sees(stage.text("Somebody else changed this first"));
            }),
        screen(
            "dashboard/setup-link-created",
            stage -> {
              open(stage, ACME + "setup-links");
              stage.api.on(
                  "POST /v1/setup-links",
                  DashboardSamples.setupLink("null")
                      .replaceFirst(
                          "\\{",
                          "{\"url\":\"https://sso.example.com/setup#sul_01k9z3n5q7r8s9t2v4w6x8y0za.k3mQ9vXr5Tz1bYw8\","));
              stage.button("Create set-up link").click();
              stage.field("Recipient").fill("Kim Lee");
              stage.page.locator("gatehouse-create-setup-link button.primary").click();
              sees(stage.button("I have sent it"));
            }),
        dialog(
            "revoke-setup-link",
            ACME + "setup-links",
            stage -> stage.button("Revoke the link for Kim Lee").click()),
        dialog(
            "sign-in",
            ACME + "sign-ins",
            stage -> {
              stage.page.locator("gatehouse-sign-in-log td.act button").first().click();
              sees(stage.text("Meant for another service"));
              stage.page.locator("gatehouse-sign-in-detail summary").click();
            }),
        dialog(
            "register-application",
            "applications",
            stage -> {
              stage.button("Register application").click();
              stage.page.locator("gatehouse-application-form summary").click();
            }),
        dialog(
            "register-application-refused",
            "applications",
            stage -> {
              stage.api.on(
                  "POST /v1/applications",
                  Answer.problem(422, "invalid_redirect_uri", "The redirect URI is not allowed."));
              stage.button("Register application").click();
              stage.field("Name").fill("Brightdesk");
              stage.field("Redirect URIs").fill("http://brightdesk.example/callback");
              stage
                  .page
                  .locator("gatehouse-application-form gatehouse-dialog button.primary")
                  .click();
              sees(stage.alert());
            }),
        dialog(
            "change-application",
            "applications",
            stage -> stage.button("Edit: Brightdesk").click()),
        dialog(
            "secrets",
            "applications",
            stage -> {
              stage.api.on(
                  "GET /v1/applications/app_1/secrets",
                  Samples.page("{\"id\":\"1\",\"createdAt\":\"2026-10-02T09:00:00Z\"}"));
              stage.button("Secrets: Brightdesk").click();
              sees(stage.text("Secret of"));
            }),
        dialog(
            "remove-application",
            "applications",
            stage -> stage.button("Remove: Brightdesk").click()),
        screen(
            "dashboard/remove-api-client",
            stage -> {
              DashboardSamples.operator(stage.api)
                  .on(
                      "GET /v1/api-clients",
                      Samples.page(
                          "{\"id\":\"acl_1\",\"clientId\":\"cli_1\",\"name\":\"Billing\","
                              + "\"createdAt\":\"2026-10-02T09:00:00Z\"}"));
              stage.open("path=api-clients");
              stage.button("Remove Billing").click();
              sees(Screens.dialog(stage));
            }));
  }

  private static Screen dialog(String name, String path, Consumer<Stage> asked) {
    return screen(
        "dashboard/" + name,
        stage -> {
          DashboardSamples.operator(stage.api);
          if (name.startsWith("verify")) {
            stage.api.on("GET /v1/domains", Samples.page(DashboardSamples.domain("pending")));
          }
          stage.api.on("GET /v1/applications/app_1", DashboardSamples.application());
          stage.open("path=" + path);
          asked.accept(stage);
          sees(stage.page.locator("dialog[open] h2"));
        });
  }
}
