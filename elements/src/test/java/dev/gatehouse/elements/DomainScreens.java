package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Screens.security;
import static dev.gatehouse.elements.Stage.sees;

import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import java.util.List;

/** The first step: proving domains, and everything that a look at DNS may find. */
final class DomainScreens {
  private DomainScreens() {}

  static List<Screen> all() {
    return List.of(
        screen(
            "domains/first",
            stage -> {
              security(stage, Samples.page(), Samples.page());
              stage.button("Start").click();
              sees(stage.field("Email domains"));
            }),
        screen("domains/refused", DomainScreens::refused),
        screen("domains/pending", stage -> open(stage, SsoSamples.PENDING)),
        screen(
            "domains/full-name",
            stage -> {
              open(stage, SsoSamples.PENDING);
              stage.button("My console wants the full name").click();
              sees(stage.text("The full name."));
            }),
        screen(
            "domains/unknown-dns-provider",
            stage ->
                open(
                    stage,
                    SsoSamples.PENDING.replaceFirst(
                        "(?s)\"dnsProvider\":\\{.*?\\}", "\"dnsProvider\":null"))),
        screen("domains/doubled-name", stage -> open(stage, SsoSamples.DOUBLED)),
        found("different-value", "different_value"),
        found("quotes-included", "quotes_included"),
        found("at-apex", "at_apex"),
        found("aliased", "aliased"),
        found("owned-elsewhere", "owned_elsewhere"),
        found("resolvers-disagree", "resolvers_disagree"),
        found("lookup-failed", "lookup_failed"),
        screen(
            "domains/looked-just-now",
            stage -> {
              stage.api.on(
                  "POST /v1/domains/dom_2/check",
                  Answer.problem(429, "checked_just_now", "Just now"));
              open(stage, SsoSamples.PENDING);
              stage.button("Look now").click();
              sees(stage.alert());
            }),
        screen(
            "domains/several",
            stage -> {
              security(
                  stage,
                  Samples.page(
                      SsoSamples.VERIFIED,
                      SsoSamples.DOUBLED,
                      SsoSamples.missed("lapsing", "dom_3", "acme.co.jp"),
                      SsoSamples.missed("lapsed", "dom_4", "acme-industrieholding.example"),
                      status("expired", "dom_5", "acme.fr"),
                      SsoSamples.verified("dom_6", "acme.io").replace("\"dns\"", "\"operator\"")),
                  Samples.page(SsoSamples.active()));
              stage.button("Edit as draft").click();
              Screens.step(stage, "Domains");
              sees(stage.text("acme.co.jp"));
              for (String name : List.of("acme.com", "acme.co.jp", "acme.fr", "acme.io")) {
                stage.page.locator("gatehouse-domain-row summary").getByText(name).first().click();
              }
            }),
        screen(
            "domains/remove",
            stage -> {
              open(stage, SsoSamples.PENDING);
              stage.button("Remove acme.de").click();
              sees(stage.heading("Remove acme.de?"));
            }),
        screen(
            "domains/assign",
            stage -> {
              security(
                  stage,
                  Samples.page(SsoSamples.VERIFIED, SsoSamples.verified("dom_7", "acme.de")),
                  Samples.page(SsoSamples.active()));
              stage.button("Edit as draft").click();
              Screens.step(stage, "Domains");
              stage
                  .page
                  .locator("gatehouse-domain-row summary")
                  .getByText("acme.de")
                  .first()
                  .click();
              stage.button("Use it for this connection").click();
              sees(stage.heading("Use acme.de for Okta?"));
            }));
  }

  private static void open(Stage stage, String domain) {
    security(stage, Samples.page(domain), Samples.page());
    sees(stage.text("Waiting for the record"));
  }

  private static Screen found(String name, String outcome) {
    String record =
        "{\"host\":\"_gatehouse-challenge.acme.de\",\"value\":\"gatehouse-domain-verification=old4x8\"}";
    return screen(
        "domains/" + name,
        stage ->
            open(
                stage,
                SsoSamples.pending(
                    "dom_2", "acme.de", outcome, outcome.equals("lookup_failed") ? "" : record)));
  }

  private static void refused(Stage stage) {
    stage.api.on(
        "POST /v1/domains",
        request ->
            request.body().contains("gmail.com")
                ? Answer.problem(ProblemCode.DOMAIN_CONSUMER_MAIL)
                : Answer.problem(ProblemCode.DOMAIN_PUBLIC_SUFFIX));
    security(stage, Samples.page(), Samples.page());
    stage.button("Start").click();
    stage.field("Email domains").fill("gmail.com, co.uk");
    stage.button("Add").click();
    sees(stage.text("gmail.com: " + ProblemCode.DOMAIN_CONSUMER_MAIL.title()));
    sees(stage.text("co.uk: " + ProblemCode.DOMAIN_PUBLIC_SUFFIX.title()));
  }

  private static String status(String status, String id, String name) {
    return SsoSamples.verified(id, name).replaceFirst("verified", status);
  }
}
