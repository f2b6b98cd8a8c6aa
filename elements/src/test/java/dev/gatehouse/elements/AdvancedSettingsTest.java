package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What hardly anybody needs and nobody finds elsewhere: options, certificates, starts at the
 * provider.
 */
class AdvancedSettingsTest {
  private static final String FAR = "2036-01-01T00:00:00Z";
  private static final String DRAFT = "PUT " + SsoSamples.OKTA_PATH + "/draft";
  private static final String CONNECTION = "PATCH " + SsoSamples.OKTA_PATH;
  private static final String KEYS = SsoSamples.OKTA_PATH + "/idp-keys";
  private static final String OLD = "CN=acme, O=Okta";
  private static final String NEW = "CN=next, O=Okta";

  private final Stage stage = new Stage();
  private volatile String stored = rollingOver("trusted", "candidate");

  @AfterEach
  void close() {
    stage.close();
  }

  /** Active, and its provider announces a second certificate. */
  private static String rollingOver(String old, String next) {
    return SsoSamples.okta(
            "active", "\"dom_1\"", "null", SsoSamples.revision(1, true), "2026-12-20T00:00:00Z")
        .replace(
            "\"idpKeys\":[",
            "\"metadataFollowing\":null,\"idpKeys\":[{\"id\":\"cd34ef\",\"trust\":\"%s\",\"subject\":\"%s\","
                    .formatted(next, NEW)
                + "\"notBefore\":\"2026-01-01T00:00:00Z\",\"notAfter\":\"%s\",\"algorithm\":\"RSA 2048\"},"
                    .formatted(FAR))
        .replace(
            "\"trust\":\"trusted\",\"subject\":\"" + OLD,
            "\"trust\":\"" + old + "\",\"subject\":\"" + OLD);
  }

  private void open() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on("GET /v1/connections", request -> Answer.json(Samples.page(stored)))
        .on("GET " + SsoSamples.OKTA_PATH, request -> Answer.json(stored))
        .on("GET /v1/test-runs", Samples.page(SsoSamples.passedRun()));
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    Screens.step(stage, "Connection");
    sees(stage.text("Signing certificates"));
  }

  private void openKeys() {
    open();
    stage.text("Signing certificates").click();
    sees(stage.text(NEW));
  }

  private void openOptions() {
    open();
    stage.text("Advanced").click();
    sees(stage.field("Email"));
  }

  @Test
  void renders() {
    openKeys();
    sees(stage.text("New, not trusted"));
    sees(stage.button("Revoke " + OLD));
    stage.text("Advanced").click();
    sees(stage.field("How our request travels"));
    sees(stage.text("Delivered in the test run of"));
    assertThat(stage.page.locator("gatehouse-delivered-attributes dt").allInnerTexts())
        .containsExactly("email", "firstName", "memberOf");
  }

  @Test
  void isAccessible() {
    openKeys();
    stage.text("Advanced").click();
    stage.isAccessible();
    stage.button("Revoke " + OLD).click();
    sees(Screens.dialog(stage));
    stage.isAccessible();
  }

  @Test
  void trustsANewCertificateAtOnce() {
    openKeys();
    stage.api.on(
        "PATCH " + KEYS + "/cd34ef",
        request -> {
          stored = rollingOver("trusted", "trusted");
          return Answer.json(stored);
        });
    stage.button("Trust " + NEW).click();
    goes(stage.text("New, not trusted"));
    assertThat(stage.api.requests("PATCH " + KEYS + "/cd34ef").getFirst().body())
        .isEqualTo("{\"trust\":\"trusted\"}");
    assertThat(stage.api.requests(DRAFT)).isEmpty();
  }

  @Test
  void saysThatNobodyCanSignInBeforeTheOnlyTrustedOneIsRevoked() {
    openKeys();
    stage.api.on(
        "PATCH " + KEYS + "/ab12",
        request -> {
          stored = rollingOver("revoked", "candidate");
          return Answer.json(stored);
        });
    stage.button("Revoke " + OLD).click();
    sees(stage.text("nobody can sign in through Okta until one is"));
    assertThat(stage.api.requests("PATCH " + KEYS + "/ab12")).isEmpty();
    Screens.dialog(stage).locator("button.primary").click();
    sees(stage.button("Trust " + OLD));
    assertThat(stage.api.requests("PATCH " + KEYS + "/ab12").getFirst().body())
        .isEqualTo("{\"trust\":\"revoked\"}");
  }

  @Test
  void neverSendsAPrivateKeyThatWasTakenForACertificate() {
    openKeys();
    stage
        .field("Another certificate (PEM)")
        .fill("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----");
    stage.button("Add certificate").click();
    sees(stage.text("This is a private key."));
    assertThat(stage.api.requests("POST " + KEYS)).isEmpty();
  }

  @Test
  void keepsWhatWasTypedWhenTheServerCannotReadTheCertificate() {
    stage.api.on(
        "POST " + KEYS, Answer.problem(422, "certificate_unreadable", "No such certificate"));
    openKeys();
    stage.field("Another certificate (PEM)").fill("garbage");
    stage.button("Add certificate").click();
    sees(stage.alert());
    assertThat(stage.field("Another certificate (PEM)").inputValue()).isEqualTo("garbage");
  }

  @Test
  void showsAChoiceOnlyOnceItIsSaved() {
    stage.api.on(CONNECTION, Answer.problem(403, "forbidden", "No longer yours"));
    openKeys();
    var follow =
        stage.page.getByLabel("Take over new certificates from the metadata URL by ourselves");
    follow.click();
    sees(stage.alert());
    assertThat(follow.isChecked()).isFalse();
    assertThat(stage.api.requests(CONNECTION).getFirst().body())
        .isEqualTo("{\"followMetadata\":true}");
  }

  @Test
  void allowsAStartAtTheProviderWithoutANewDraft() {
    open();
    stage.api.on(
        CONNECTION,
        request -> {
          stored = stored.replace("\"idpInitiatedAllowed\":false", "\"idpInitiatedAllowed\":true");
          return Answer.json(stored);
        });
    var start = stage.page.getByLabel("Allow starting at the identity provider");
    start.click();
    stage.page.waitForCondition(start::isChecked);
    var sent = stage.api.requests(CONNECTION).getFirst();
    assertThat(sent.body()).isEqualTo("{\"idpInitiatedAllowed\":true}");
    assertThat(sent.header("if-match")).isEqualTo("\"3\"");
    assertThat(stage.api.requests(DRAFT)).isEmpty();
  }

  @Test
  void canAskForNothingAgain() {
    openOptions();
    stage.api.on(DRAFT, request -> Answer.json(stored));
    stage.field("NameID format to ask for").selectOption("");
    stage.field("People are recognised by").selectOption("attribute");
    stage.field("Attribute that names a person").fill("employeeNumber");
    stage.field("How our request travels").selectOption("redirect");
    stage.button("Save as draft").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .contains("\"nameIdFormat\":\"\"", "\"requestedAuthnContext\":\"\"")
        .contains("\"ssoBinding\":\"redirect\"")
        .contains("\"subject\":{\"source\":\"attribute\",\"attribute\":\"employeeNumber\"}");
  }
}
