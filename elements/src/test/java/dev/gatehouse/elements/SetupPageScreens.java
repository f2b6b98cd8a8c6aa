package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page behind a set-up link, from the files that org-service has. */
final class SetupPageScreens {
  private static final String FILES = "org-service/src/main/resources/setup/";
  private static final Pattern TEXT = Pattern.compile("\\{\\{(.+?)}}");

  private SetupPageScreens() {}

  static List<Screen> all() {
    return List.of(
        screen(
            "setup/opened",
            stage -> {
              opened(stage);
              Stage.sees(stage.page.locator("gatehouse-security-tab #title"));
            }),
        screen(
            "setup/going-on",
            stage -> {
              opened(stage);
              stage.button("Start").click();
              Stage.sees(stage.field("Email domains"));
            }),
        refused(
            "expired", 410, "The set-up link has expired", "Ask whoever sent it for a new one."),
        refused(
            "revoked", 410, "The set-up link was revoked", "Ask whoever sent it for a new one."),
        refused(
            "in_use_elsewhere",
            409,
            "The set-up link was opened in another browser",
            "Go on in that browser, or ask for a new link. If it was not you who opened it, have it"
                + " revoked."),
        screen(
            "setup/incomplete",
            stage -> {
              open(stage, "");
              Stage.sees(stage.text("This link is not complete"));
            }));
  }

  private static void opened(Stage stage) {
    SsoSamples.with(stage.api, Samples.page(), Samples.page())
        .on(
            "GET /v1/sessions/current",
            Samples.setupLinkSession("domains", "connection", "test", "activate"))
        .on(
            "POST /v1/setup-links/exchange",
            """
            {"token":"t","expiresAt":"2099-01-01T00:00:00Z","organization":"%s",
             "recipientName":"Kim Lee","steps":["domains","connection","test","activate"],
             "linkExpiresAt":"2026-12-09T09:00:00Z"}
            """
                .formatted(Samples.ORGANIZATION));
    open(stage, "#sul_1.secret");
  }

  private static Screen refused(String why, int status, String title, String remedy) {
    return screen(
        "setup/" + why.replace('_', '-'),
        stage -> {
          String problem =
              "{\"code\":\"setup_link_%s\",\"title\":\"%s\",\"remedy\":\"%s\",\"status\":%d}"
                  .formatted(why, title, remedy, status);
          Answer answer = new Answer(status, "application/problem+json", problem, Map.of());
          stage.api.on("POST /v1/setup-links/exchange", answer);
          // When the page is loaded again, in another language.
          stage.api.on("POST /v1/setup-links/sul_1/token", answer);
          open(stage, "#sul_1.secret");
          Stage.sees(stage.text(title));
        });
  }

  private static void open(Stage stage, String secret) {
    stage.api.on(
        "GET /setup",
        request ->
            new Answer(
                200,
                "text/html; charset=utf-8",
                html(request.header("accept-language")),
                Map.of()));
    stage.api.on("GET /setup/setup.js", file("setup.js", "text/javascript; charset=utf-8"));
    stage.api.on("GET /setup/setup.css", file("setup.css", "text/css"));
    stage.page.navigate(stage.api.origin() + "/setup" + secret);
  }

  /** As org-service makes it. */
  private static String html(String language) {
    ServerTexts texts = ServerTexts.in(language);
    return TEXT.matcher(Sources.text(FILES + "setup.html"))
        .replaceAll(text ->
            Matcher.quoteReplacement(
                switch (text.group(1)) {
                  case "lang" -> ServerTexts.known(language);
                  case "texts" -> texts.asJson();
                  default -> texts.of(text.group(1));
                }));
  }

  private static Answer file(String name, String type) {
    return new Answer(200, type, Sources.text(FILES + name), Map.of());
  }
}
