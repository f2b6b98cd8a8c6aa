package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Screens.security;
import static dev.gatehouse.elements.Stage.sees;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.util.ArrayList;
import java.util.List;

/** The second step: the provider, what to do in its console, what it gives us. */
final class ConnectionScreens {
  private static final String BOX = "Metadata URL or XML";
  private static final String DRAFT = "PUT " + SsoSamples.OKTA_PATH + "/draft";

  private ConnectionScreens() {}

  static List<Screen> all() {
    List<Screen> screens = new ArrayList<>();
    screens.add(screen("connection/picker", ConnectionScreens::picker));
    screens.add(
        screen(
            "connection/picker-refused",
            stage -> {
              stage.api.on(
                  "POST /v1/connections",
                  Answer.problem(403, "self_serve_sso_disabled", "Self-serve SSO is off"));
              picker(stage);
              stage.button("Okta").first().click();
              sees(stage.alert());
            }));
    for (String provider : SetupGuides.providers()) {
      screens.add(screen("guide/" + provider, stage -> guide(stage, provider)));
    }
    screens.add(
        screen(
            "guide/next-step",
            stage -> {
              guide(stage, "okta");
              stage.button("Done, next step").first().click();
              stage.button("Done, next step").first().click();
              stage.button("Done, next step").first().click();
              stage.button("Done, next step").first().click();
              sees(stage.text("Attribute Statements"));
              stage.page.locator("gatehouse-setup-guide .stack > details > summary").last().click();
            }));
    screens.add(
        screen(
            "connection/private-key",
            stage -> {
              fresh(stage);
              stage.field(BOX).fill("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----");
              stage.button("Read and save").click();
              sees(stage.text("This is a private key."));
            }));
    screens.add(
        screen(
            "connection/unreadable",
            stage -> {
              stage.api.on(
                  DRAFT,
                  Answer.problem(422, "metadata_unreadable", "We cannot read this metadata."));
              fresh(stage);
              stage.field(BOX).fill("https://acme.okta.com/app/exk1/sso/saml/metadata");
              stage.button("Read and save").click();
              sees(stage.alert());
            }));
    screens.add(
        screen(
            "connection/conflict",
            stage -> {
              stage.api.on(DRAFT, Answer.problem(412, "precondition_failed", "Stale"));
              stage.api.on("GET " + SsoSamples.OKTA_PATH, SsoSamples.fresh());
              fresh(stage);
              stage.field(BOX).fill("https://acme.okta.com/app/exk1/sso/saml/metadata");
              stage.button("Read and save").click();
              sees(stage.text("Somebody else changed this first"));
            }));
    screens.add(
        screen(
            "connection/by-hand",
            stage -> {
              fresh(stage);
              stage.page.locator("gatehouse-metadata-box button.plain").click();
              stage.button("Read and save").click();
              sees(stage.alert());
            }));
    screens.add(screen("connection/understood", ConnectionScreens::understood));
    screens.add(
        screen(
            "connection/certificate-ending",
            stage -> {
              understood(stage, "2026-12-05T00:00:00Z");
            }));
    screens.add(
        screen(
            "connection/advanced",
            stage -> {
              understood(stage);
              stage.page.locator("gatehouse-advanced-options summary").click();
              sees(stage.field("Email"));
            }));
    screens.add(
        screen(
            "connection/certificates",
            stage -> {
              understood(stage);
              stage.page.locator("gatehouse-trusted-keys summary").click();
              sees(stage.page.locator("gatehouse-trusted-keys textarea"));
            }));
    screens.add(
        screen(
            "connection/certificate-revoke",
            stage -> {
              understood(stage);
              stage.page.locator("gatehouse-trusted-keys summary").click();
              stage.page.locator("gatehouse-trusted-keys li button.danger").first().click();
              sees(Screens.dialog(stage));
            }));
    screens.addAll(OwnCertificateTest.screens());
    screens.add(
        screen(
            "connection/oidc-options",
            stage -> {
              security(
                  stage,
                  Samples.page(SsoSamples.VERIFIED),
                  Samples.page(
                      OidcOptionsTest.connection("null", OidcOptionsTest.revision(2, false), 3)));
              stage.button("Edit as draft").click();
              Screens.step(stage, "Connection");
              stage.page.locator("gatehouse-oidc-options summary").click();
            }));
    screens.add(
        screen(
            "connection/oidc-own-key",
            stage -> {
              security(
                  stage,
                  Samples.page(SsoSamples.VERIFIED),
                  Samples.page(OidcOptionsTest.connection("null", OidcOptionsTest.byKey(1), 3)));
              stage.button("Edit as draft").click();
              Screens.step(stage, "Connection");
              stage.page.locator("gatehouse-oidc-options summary").click();
              sees(stage.text("Our JWKS URL"));
            }));
    screens.add(
        screen(
            "connection/oidc-form",
            stage -> {
              guide(stage, "okta-oidc");
              stage.button("Check and save").click();
              sees(stage.alert());
            }));
    screens.add(
        screen(
            "connection/other-provider",
            stage -> {
              understood(stage);
              stage.page.locator("gatehouse-connection-step .row.between > button.plain").click();
              sees(Screens.dialog(stage));
            }));
    return screens;
  }

  private static void picker(Stage stage) {
    SsoSamples.with(stage.api, "", "");
    stage.api.on("GET /v1/identity-providers", SetupGuides.list());
    stage.api.on("GET /v1/domains", Samples.page(SsoSamples.VERIFIED));
    stage.api.on("GET /v1/connections", Samples.page());
    stage.open("tab=security");
    sees(stage.button("Okta"));
  }

  private static void guide(Stage stage, String provider) {
    String connection =
        SsoSamples.fresh()
            .replace("\"name\":\"Okta\"", "\"name\":\"" + SetupGuides.name(provider) + "\"")
            .replace("\"provider\":\"okta\"", "\"provider\":\"" + provider + "\"")
            .replace(
                "\"protocol\":\"saml\"", "\"protocol\":\"" + SetupGuides.protocol(provider) + "\"");
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(connection))
        .on(
            "GET " + SsoSamples.OKTA_PATH + "/setup-guide",
            request -> Answer.json(SetupGuides.json(provider, request.header("accept-language"))));
    stage.open("tab=security");
    sees(stage.page.locator("gatehouse-setup-guide ol.steps"));
  }

  private static void fresh(Stage stage) {
    guide(stage, "okta");
    sees(stage.field(BOX));
  }

  private static void understood(Stage stage) {
    understood(stage, "2036-01-01T00:00:00Z");
  }

  private static void understood(Stage stage, String notAfter) {
    security(
        stage,
        Samples.page(SsoSamples.VERIFIED),
        Samples.page(
            SsoSamples.okta(
                "in_progress", "\"dom_1\"", SsoSamples.revision(1, false), "null", notAfter)));
    Screens.step(stage, "Connection");
    sees(stage.text("This is what we understood"));
  }
}
