package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;

import dev.gatehouse.elements.PlayedApi.Answer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of the gateway, from its own templates and style. */
final class GatewayScreens {
  private static final String TEMPLATES = "sso-gateway/src/main/resources/templates/";
  private static final String STYLE =
      "sso-gateway/src/main/resources/META-INF/resources/sign-in/gatehouse.css";
  private static final String OURS =
      "https://sso.example.com/saml/01k9z3n5q7r8s9t2v4w6x8y0zc/metadata";
  private static final Engine QUTE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addLocator(GatewayScreens::template)
          .build();

  /** As the platform set it; public for the engine, as are the others. */
  public record Brand(String name, boolean logoShown) {}

  public record Refusal(
      String heading,
      String text,
      String code,
      Optional<String> reference,
      Optional<String> back) {}

  public record Choice(String value, String title, String detail) {}

  public record CheckLine(String title, String mark, String expected, String received) {}

  public record Reason(
      String code,
      String title,
      String meaning,
      String expected,
      String received,
      String console,
      List<String> where,
      List<Field> enter,
      String remedy,
      List<Hint> hints,
      List<Said> recognised) {}

  public record Field(String field, String value) {}

  public record Hint(String product, String text) {}

  public record Said(
      String product, String title, String meaning, List<String> where, String remedy) {}

  private GatewayScreens() {}

  static List<Screen> all() {
    return List.of(
        page("sign-in", "signIn", Map.of("request", "r", "remembered", "", "problem", "")),
        page(
            "sign-in-remembered",
            "signIn",
            Map.of("request", "r", "remembered", "ana@acme.com", "problem", "")),
        page(
            "sign-in-invalid",
            "signIn",
            Map.of(
                "request",
                "r",
                "remembered",
                "",
                "problem",
                "Enter an email address, such as ana@acme.com.")),
        screen(
            "gateway/sign-in-with-logo",
            stage -> {
              stage.api.on("GET /sign-in/logo", new Answer(200, "image/svg+xml", LOGO, Map.of()));
              show(
                  stage,
                  "signIn",
                  new Brand("Brightdesk", true),
                  Map.of("request", "r", "remembered", "", "problem", ""));
            }),
        page(
            "chooser",
            "chooser",
            Map.of(
                "request",
                "r",
                "choices",
                List.of(
                    new Choice("con_1", "Acme Industrieholding", "Okta"),
                    new Choice("con_2", "Acme Japan", "Microsoft Entra ID")))),
        page(
            "post",
            "post",
            Map.of(
                "destination",
                "/idp",
                "samlRequest",
                "PHNhbWxwOkF1dGhuUmVxdWVzdA",
                "relayState",
                "r")),
        page(
            "post-logout",
            "postLogout",
            Map.of(
                "destination", "/idp", "field", "SAMLRequest", "message", "m", "relayState", "r")),
        page("waiting", "waiting", Map.of()),
        refusal(
            "refused",
            "We could not sign you in",
            "Your identity provider sent you back, but something did not match.",
            "sign_in_refused",
            Optional.of("4F7K-29QX"),
            Optional.of("https://brightdesk.example/callback")),
        refusal(
            "other-browser",
            "This sign-in was started in another browser",
            "For your safety it can only be finished where it was started. Open the application in"
                + " this browser and sign in again.",
            "browser_mismatch",
            Optional.of("8C2M-71TZ"),
            Optional.empty()),
        refusal(
            "expired",
            "Start at the application",
            "This page was open too long, or was not reached from the application. Open the"
                + " application and sign in from there.",
            "request_expired",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "busy",
            "Many people are signing in",
            "Wait a moment, then reload this page.",
            "service_unavailable",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "fault",
            "Something went wrong on our side",
            "Nothing was changed. Wait a moment, then open the application and sign in again.",
            "internal_error",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "signed-out",
            "You are signed out",
            "Your organization may still keep you signed in at its own sign-in page.",
            "signed_out",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "bad-link",
            "This link does not work",
            "The redirect URI https://brightdesk.example/callback/of/a/very/long/path/that/nobody/registered"
                + " is not registered for this application.",
            "invalid_request",
            Optional.empty(),
            Optional.empty()),
        page(
            "test-passed",
            "testResult",
            Map.of(
                "passed",
                true,
                "reasons",
                List.of(),
                "who",
                "ana@acme.com",
                "checks",
                checks(true))),
        page(
            "test-failed",
            "testResult",
            Map.of(
                "passed",
                false,
                "reasons",
                List.of(audience(), unassigned()),
                "who",
                "",
                "checks",
                checks(false))));
  }

  private static Reason audience() {
    return new Reason(
        "audience_mismatch",
        "The response is meant for another service",
        "Okta put another audience into the response than ours.",
        OURS,
        "https://sso.example.com/metadata",
        "Okta Admin Console",
        List.of("Applications", "your app", "General", "SAML Settings", "Edit"),
        List.of(new Field("Audience URI (SP Entity ID)", OURS)),
        "Replace the value by ours and save.",
        List.of(new Hint("AD FS", "Relying Party Trusts → Properties → Identifiers.")),
        List.of());
  }

  private static Reason unassigned() {
    return new Reason(
        "idp_reported_error",
        "The identity provider reported an error",
        "It refused to sign the person in.",
        "",
        "urn:oasis:names:tc:SAML:2.0:status:RequestDenied",
        "Okta Admin Console",
        List.of(),
        List.of(),
        "Assign the person and try again.",
        List.of(),
        List.of(
            new Said(
                "Okta",
                "User is not assigned to the client application",
                "Nobody gave this person access.",
                List.of("Applications", "your app", "Assignments"),
                "Assign the person or a group of theirs.")));
  }

  private static List<CheckLine> checks(boolean passed) {
    return List.of(
        new CheckLine("Signed with a trusted key", "passed", "CN=acme, O=Okta", "CN=acme, O=Okta"),
        passed
            ? new CheckLine("Meant for us", "passed", OURS, OURS)
            : new CheckLine("Meant for us", "failed", OURS, "https://sso.example.com/metadata"),
        new CheckLine("Email in a verified domain", passed ? "passed" : "not_reached", "", ""));
  }

  private static Screen refusal(
      String name,
      String heading,
      String text,
      String code,
      Optional<String> reference,
      Optional<String> back) {
    return page(
        name, "refusal", Map.of("refusal", new Refusal(heading, text, code, reference, back)));
  }

  private static Screen page(String name, String template, Map<String, Object> values) {
    return screen(
        "gateway/" + name, stage -> show(stage, template, new Brand("Brightdesk", false), values));
  }

  private static void show(Stage stage, String template, Brand brand, Map<String, Object> values) {
    play(stage, template, brand, values);
    stage.page.navigate(stage.api.origin() + "/sign-in");
    Stage.sees(stage.page.locator("h1"));
  }

  /** Puts the sign-in page at {@code /sign-in}. */
  static void playSignIn(Stage stage) {
    play(
        stage,
        "signIn",
        new Brand("Brightdesk", false),
        Map.of("request", "r", "remembered", "", "problem", ""));
  }

  private static void play(Stage stage, String template, Brand brand, Map<String, Object> values) {
    var page = QUTE.getTemplate("Pages/" + template + ".html").data("brand", brand);
    values.forEach(page::data);
    String html = page.render();
    stage.api.on("GET /sign-in", new Answer(200, "text/html; charset=utf-8", html, Map.of()));
    Map<String, String> kept = Map.of("Cache-Control", "public, max-age=300");
    stage.api.on(
        "GET /sign-in/gatehouse.css", new Answer(200, "text/css", Sources.text(STYLE), kept));
    stage.api.on("GET /sign-in/brand.css", new Answer(200, "text/css", "", kept));
  }

  private static Optional<TemplateLocator.TemplateLocation> template(String id) {
    return Files.exists(Sources.of(TEMPLATES + id))
        ? Optional.of(
            new TemplateLocator.TemplateLocation() {
              @Override
              public Reader read() {
                return new StringReader(Sources.text(TEMPLATES + id));
              }

              @Override
              public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType("text/html"));
              }
            })
        : Optional.empty();
  }

  private static final String LOGO =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="180" height="40" viewBox="0 0 180 40">
      <circle cx="20" cy="20" r="18" fill="#c2410c"/><text x="48" y="27" font-size="20"
      font-family="sans-serif" fill="#c2410c">Brightdesk</text></svg>
      """;
}
