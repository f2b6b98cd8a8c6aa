package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Stage.sees;

import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import java.util.List;

/** General and Members, and what stands there when nothing can be shown. */
final class ProfileScreens {
  private ProfileScreens() {}

  static List<Screen> all() {
    return List.of(
        screen("profile/general", ProfileScreens::general),
        screen(
            "profile/general-name-missing",
            stage -> {
              general(stage);
              stage.field("Name").fill(" ");
              stage.button("Save").click();
              sees(stage.text("Enter a name."));
            }),
        screen("profile/general-conflict", ProfileScreens::conflict),
        screen(
            "profile/general-read-only",
            stage -> {
              Samples.acme(stage.api).on("GET /v1/sessions/current", Samples.session("org:none"));
              stage.open("");
              sees(stage.heading("Organization"));
            }),
        screen(
            "profile/general-line-lost",
            stage -> {
              general(stage);
              stage.field("Name").fill("Acme Corp");
              stage.offline();
              stage.button("Save").click();
              sees(stage.alert());
              stage.online();
            }),
        screen(
            "profile/session-ended",
            stage -> {
              Samples.acme(stage.api)
                  .on(
                      "GET " + Samples.ORGANIZATION_PATH,
                      Answer.problem(401, "unauthenticated", "Expired"));
              stage.open("");
              sees(stage.alert());
            }),
        screen(
            "profile/unavailable",
            stage -> {
              Samples.acme(stage.api)
                  .on(
                      "GET " + Samples.ORGANIZATION_PATH,
                      Answer.problem(503, "service_unavailable", "Down"));
              stage.open("");
              sees(stage.alert());
            }),
        screen(
            "profile/loading",
            stage -> {
              Samples.acme(stage.api);
              stage.page.route("**/v1/organizations/*", neverAnswered -> {});
              stage.open("");
              sees(stage.page.locator("gatehouse-skeleton .line"));
            }),
        screen("members/list", ProfileScreens::members),
        screen(
            "members/read-only",
            stage -> {
              people(stage);
              stage.api.on("GET /v1/sessions/current", Samples.session("org:sys_memberships:read"));
              stage.open("tab=members");
              sees(stage.text("ana@acme.com"));
            }),
        screen(
            "members/conflict",
            stage -> {
              String ben = Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:billing");
              members(stage);
              stage.api.on(
                  "PATCH " + Samples.MEMBERS_PATH + "/mem_2",
                  Answer.problem(412, "precondition_failed", "Stale"));
              stage.api.on("GET " + Samples.MEMBERS_PATH + "/mem_2", ben);
              stage.field("Role of Ben Ode").selectOption("org:admin");
              sees(stage.text("Somebody else changed this first"));
            }),
        screen(
            "members/empty",
            stage -> {
              Samples.acme(stage.api).on("GET " + Samples.MEMBERS_PATH, Samples.page());
              stage.open("tab=members");
              sees(stage.text("Nobody is here yet"));
            }),
        screen("members/add", ProfileScreens::add),
        screen(
            "members/add-refused",
            stage -> {
              stage.api.on(
                  "POST " + Samples.MEMBERS_PATH, Answer.problem(ProblemCode.MEMBER_EXISTS));
              add(stage);
              stage.field("Email").fill("ben@acme.com");
              stage.page.keyboard().press("Enter");
              sees(stage.text(ProblemCode.MEMBER_EXISTS.title()));
            }),
        screen(
            "members/add-invalid",
            stage -> {
              add(stage);
              stage.field("Email").fill("ben");
              stage.page.keyboard().press("Enter");
              sees(stage.text("Enter an email address, such as ana@acme.com."));
            }),
        screen(
            "members/remove",
            stage -> {
              members(stage);
              stage.button("Remove Ben Ode").click();
              sees(stage.heading("Remove Ben Ode?"));
            }),
        screen(
            "members/remove-last-administrator",
            stage -> {
              members(stage);
              stage.api.on(
                  "DELETE " + Samples.MEMBERS_PATH + "/mem_1",
                  Answer.problem(ProblemCode.LAST_ADMIN));
              stage.button("Remove Ana Ito").click();
              stage.page.locator("gatehouse-dialog button.danger.primary").click();
              sees(stage.text(ProblemCode.LAST_ADMIN.title()));
            }));
  }

  private static void general(Stage stage) {
    Samples.acme(stage.api);
    stage.open("");
    sees(stage.heading("Organization"));
  }

  private static void conflict(Stage stage) {
    general(stage);
    stage.field("Name").fill("Acme Corp");
    stage.api.on(
        "PATCH " + Samples.ORGANIZATION_PATH, Answer.problem(412, "precondition_failed", "Stale"));
    stage.api.on("GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme Inc", true));
    stage.button("Save").click();
    sees(stage.text("Somebody else changed this first"));
  }

  private static void people(Stage stage) {
    Samples.acme(stage.api)
        .on(
            "GET " + Samples.MEMBERS_PATH,
            Samples.pageWithMore(
                "c2",
                Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin"),
                Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:member"),
                Samples.member(
                    "3",
                    "Chloé",
                    "Martin-Desbordes",
                    "chloe.martin-desbordes@europe.acme-holding.example",
                    "org:billing")));
  }

  private static void members(Stage stage) {
    people(stage);
    stage.open("tab=members");
    sees(stage.text("ana@acme.com"));
  }

  private static void add(Stage stage) {
    members(stage);
    stage.button("Add a member").click();
    sees(stage.page.getByRole(AriaRole.DIALOG));
    sees(stage.field("Email"));
  }
}
