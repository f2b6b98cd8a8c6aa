package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Screens.security;
import static dev.gatehouse.elements.Stage.sees;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.List;

/** Where two versions stand beside each other, and where somebody else is asked. */
final class DecisionScreens {
  private static final String FAR = "2036-01-01T00:00:00Z";

  private DecisionScreens() {}

  static List<Screen> all() {
    return List.of(
        screen("conflict/mapping", DecisionScreens::mapping),
        screen("conflict/metadata", DecisionScreens::metadata),
        screen("security/draft-differs", DecisionScreens::draft),
        screen("security/handed-over", DecisionScreens::handedOver),
        screen(
            "security/hand-over",
            stage -> {
              handedOver(stage);
              stage.button("Create set-up link").click();
              sees(stage.field("Recipient"));
            }),
        screen("domains/looks", DecisionScreens::looks));
  }

  /** A member who may set up single sign-on. */
  static String manager() {
    return Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin")
        .replace("\"permissions\":[]", "\"permissions\":[\"org:sys_entconns:manage\"]");
  }

  private static String changed() {
    return SsoSamples.revision(2, false)
        .replace("\"email\":[\"email\"]", "\"email\":[\"user.mail\",\"mail\"]")
        .replace("sso/saml\"", "sso/new\"")
        .replace("\"forceAuthn\":false", "\"forceAuthn\":true");
  }

  private static void refusing(Stage stage, String theirs) {
    stage.api.on(
        "PUT " + SsoSamples.OKTA_PATH + "/draft",
        Answer.problem(412, "precondition_failed", "Stale"));
    stage.api.on("GET " + SsoSamples.OKTA_PATH, theirs);
  }

  private static void mapping(Stage stage) {
    refusing(stage, SsoSamples.okta("in_progress", "\"dom_1\"", changed(), "null", FAR));
    security(stage, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.untested()));
    Screens.step(stage, "Connection");
    stage.text("Advanced").click();
    stage.field("Email").fill("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress");
    stage.button("Save as draft").click();
    sees(stage.text("Somebody else changed this first"));
  }

  private static void metadata(Stage stage) {
    refusing(stage, SsoSamples.untested());
    security(stage, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.fresh()));
    stage.field("Metadata URL or XML").fill("https://idp.example/saml/metadata");
    stage.button("Read and save").click();
    sees(stage.text("Somebody else changed this first"));
  }

  private static void draft(Stage stage) {
    security(
        stage,
        Samples.page(SsoSamples.VERIFIED),
        Samples.page(
            SsoSamples.okta("active", "\"dom_1\"", changed(), SsoSamples.revision(1, true), FAR)));
    sees(stage.page.locator("gatehouse-differences td"));
  }

  private static void handedOver(Stage stage) {
    stage.api.on(
        "GET /v1/setup-links",
        Samples.page(DashboardSamples.setupLink("\"2026-10-03T09:00:00Z\"")));
    security(stage, Samples.page(SsoSamples.PENDING), Samples.page());
    stage.text("Somebody else looks after DNS or the identity provider?").click();
    sees(stage.text("Kim Lee"));
  }

  private static void looks(Stage stage) {
    stage.api.on(
        "GET /v1/domains/dom_2/looks",
        """
        {"items":[{"firstAt":"2026-11-25T12:04:10Z","lastAt":"2026-11-25T12:04:10Z","looks":1,
          "outcome":"different_value","explanation":"","found":[
          {"host":"_gatehouse-challenge.acme.de","value":"gatehouse-domain-verification=of-another-claim"}]},
         {"firstAt":"2026-11-25T12:03:10Z","lastAt":"2026-11-25T12:03:50Z","looks":4,
          "outcome":"not_published","explanation":"","found":[]}]}
        """);
    security(stage, Samples.page(SsoSamples.PENDING), Samples.page());
    sees(stage.matching("looked 4 times"));
  }
}
