package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;

import dev.gatehouse.elements.PlayedApi.Answer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The pages of the gateway, from its own templates and style. */
final class GatewayScreens {
  private static final String TEMPLATES = "sso-gateway/src/main/resources/templates/";
  private static final String STYLE =
      "sso-gateway/src/main/resources/META-INF/resources/sign-in/gatehouse.css";
  private static final String OURS =
      "https://sso.example.com/saml/01k9z3n5q7r8s9t2v4w6x8y0zc/metadata";
  private static final String MESSAGES = "messages";
  private static final Engine QUTE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addLocator(GatewayScreens::template)
          .addNamespaceResolver(
              NamespaceResolver.builder("page").resolveAsync(GatewayScreens::message).build())
          .build();

  /** As the platform set it; public for the engine, as are the others. */
  public record Brand(String name, boolean logoShown) {}

  /** Words of a page, by their key. */
  private record Message(String key) {}

  public record Refusal(String code, Optional<String> reference, Optional<String> back) {}

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
            Map.of("request", "r", "remembered", "", "problem", new Message("emailInvalid"))),
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
            "notSignedIn",
            "notMatching",
            "sign_in_refused",
            Optional.of("4F7K-29QX"),
            Optional.of("https://brightdesk.example/callback")),
        refusal(
            "other-browser",
            "otherBrowser",
            "finishWhereStarted",
            "browser_mismatch",
            Optional.of("8C2M-71TZ"),
            Optional.empty()),
        refusal(
            "expired",
            "startAtApplication",
            "pageExpired",
            "request_expired",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "busy",
            "manyPeople",
            "waitAndReload",
            "service_unavailable",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "fault",
            "ourFault",
            "nothingChanged",
            "internal_error",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "signed-out",
            "signedOut",
            "perhapsStillSignedIn",
            "signed_out",
            Optional.empty(),
            Optional.empty()),
        refusal(
            "bad-link",
            "brokenLink",
            "returnAddressUnknown",
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
        name,
        "refusal",
        Map.of(
            "heading",
            new Message(heading),
            "text",
            new Message(text),
            "refusal",
            new Refusal(code, reference, back)));
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
    stage.api.on(
        "GET /sign-in",
        request ->
            new Answer(
                200,
                "text/html; charset=utf-8",
                html(request.header("accept-language"), template, brand, values),
                Map.of()));
    Map<String, String> kept = Map.of("Cache-Control", "public, max-age=300");
    stage.api.on(
        "GET /sign-in/gatehouse.css", new Answer(200, "text/css", Sources.text(STYLE), kept));
    stage.api.on("GET /sign-in/brand.css", new Answer(200, "text/css", "", kept));
  }

  private static String html(
      String language, String template, Brand brand, Map<String, Object> values) {
    Properties messages = ServerTexts.pages(language);
    var page = QUTE.getTemplate("Pages/" + template + ".html").data("brand", brand);
    page.setAttribute(MESSAGES, messages);
    values.forEach((name, value) ->
        page.data(name, value instanceof Message message ? messages.get(message.key()) : value));
    return page.render();
  }

  /** As the gateway's message bundle, whose messages are templates themselves. */
  private static CompletionStage<Object> message(EvalContext context) {
    String text =
        Objects.requireNonNull((Properties) context.getAttribute(MESSAGES))
            .getProperty(context.getName());
    if (context.getParams().isEmpty()) {
      return CompletableFuture.completedFuture(text);
    }
    return context
        .evaluate(context.getParams().get(0))
        .thenCombine(
            context.evaluate(context.getParams().get(1)),
            (product, title) ->
                text.replace("{product}", product.toString()).replace("{title}", title.toString()));
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
