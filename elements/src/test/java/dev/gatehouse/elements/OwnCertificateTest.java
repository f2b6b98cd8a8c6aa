package dev.gatehouse.elements;

import static dev.gatehouse.elements.Screens.screen;
import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own certificate, and the three steps to another one while people sign in. */
class OwnCertificateTest {
  private static final String ROTATION = SsoSamples.OKTA_PATH + "/key-rotation";
  private static final String TITLE = "Our own certificate";
  private static final String BEGIN = "Make a new certificate";
  private static final String USE = "Okta knows it: use it now";
  private static final String KEEP = "Keep the old one";
  private static final String FINISH = "Remove the old certificate";
  private static final String SECOND = "Step 2 of 3: make the new certificate known at Okta";
  private static final String THIRD = "Step 3 of 3: see that it works, then remove the old one";

  private final Stage stage = new Stage();
  private volatile String stored = connection("active", true, "current");

  @AfterEach
  void close() {
    stage.close();
  }

  static List<Screen> screens() {
    return List.of(
        of("in-use", connection("active", true, "current"), _ -> {}),
        of("in-use-unsigned", connection("active", false, "current"), _ -> {}),
        of("to-make-known", connection("active", true, "current", "next"), _ -> {}),
        of("replaced", connection("active", true, "current", "former"), _ -> {}),
        of("replaced-unsigned", connection("active", false, "current", "former"), _ -> {}),
        of(
            "use-it",
            connection("active", true, "current", "next"),
            stage -> {
              stage.button(USE).click();
              sees(Screens.dialog(stage));
            }),
        of(
            "refused",
            connection("active", true, "current"),
            stage -> {
              stage.api.on("POST " + ROTATION, Answer.problem(503, "unavailable", "Not now."));
              stage.button(BEGIN).click();
              sees(stage.alert());
            }));
  }

  private static Screen of(String state, String connection, Consumer<Stage> more) {
    return screen(
        "connection/own-certificate-" + state,
        stage -> {
          SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(connection));
          open(stage);
          more.accept(stage);
        });
  }

  private static void open(Stage stage) {
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    Screens.step(stage, "Connection");
    sees(stage.text(TITLE));
    // Open by itself where something is under way.
    if (!stage.text("Our metadata URL").first().isVisible()) {
      stage.text(TITLE).click();
    }
    sees(stage.text("Our metadata URL"));
  }

  /** Okta's; it checks our signatures if we sign. */
  static String connection(String status, boolean signs, String... standings) {
    boolean active = status.equals("active");
    String revision =
        SsoSamples.revision(1, active)
            .replace("\"signRequests\":false", "\"signRequests\":" + signs);
    return SsoSamples.okta(
            status,
            "\"dom_1\"",
            active ? "null" : revision,
            active ? revision : "null",
            "2036-01-01T00:00:00Z")
        .replace(
            "\"acsUrl\"",
            "\"metadataUrl\":\"https://sso.example.com/saml/01k9/metadata\",\"certificates\":[%s],\"acsUrl\""
                .formatted(
                    Arrays.stream(standings)
                        .map(OwnCertificateTest::certificate)
                        .collect(Collectors.joining(","))));
  }

  private static String certificate(String standing) {
    return "{\"id\":\"%s\",\"use\":\"signing\",\"standing\":\"%s\",\"fingerprint\":\"%s\",\"certificate\":\"%s\",\"notAfter\":\"%s\"}"
        .formatted(
            standing,
            standing,
            (standing.equals("current") ? "ab" : "0f").repeat(32),
            pem(standing).replace("\n", "\\n"),
            standing.equals("former") ? "2027-01-05T00:00:00Z" : "2036-11-20T00:00:00Z");
  }

  private static String pem(String standing) {
    String line = standing.equals("next") ? "MIIDnext" : "MIIDaabb";
    return "-----BEGIN CERTIFICATE-----\n"
        + (line.repeat(8) + "\n").repeat(12)
        + "-----END CERTIFICATE-----\n";
  }

  private void open() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on("GET /v1/connections", _ -> Answer.json(Samples.page(stored)));
    open(stage);
  }

  /** The server takes the step, which leads there. */
  private void leads(String request, String next) {
    stage.api.on(
        request,
        _ -> {
          stored = next;
          return Answer.json(next);
        });
  }

  private void confirm() {
    Screens.dialog(stage).locator("button.primary").click();
  }

  @Test
  void renders() {
    open();
    sees(stage.text("In use"));
    sees(stage.text("AB:AB:AB"));
    sees(stage.text("valid until Nov 20, 2036"));
    assertThat(stage.page.locator("gatehouse-own-certificate output").allInnerTexts())
        .containsExactly(pem("current"), "https://sso.example.com/saml/01k9/metadata");
  }

  @Test
  void isAccessible() {
    stored = connection("active", true, "current", "next");
    open();
    stage.isAccessible();
    stage.button(USE).click();
    sees(Screens.dialog(stage));
    stage.isAccessible();
  }

  @Test
  void aNewOneIsMadeKnownFirstThenUsedThenTheOldOneGoes() {
    open();
    leads("POST " + ROTATION, connection("active", true, "current", "next"));
    leads("POST " + ROTATION + "/use", connection("active", true, "current", "former"));
    leads("POST " + ROTATION + "/finish", connection("active", true, "current"));

    stage.button(BEGIN).focus();
    stage.page.keyboard().press("Enter");
    sees(stage.heading(SECOND));
    assertThat(stage.focused()).isEqualTo(SECOND);
    assertThat(stage.page.locator("gatehouse-own-certificate output").first().innerText())
        .isEqualTo(pem("next"));

    stage.button(USE).click();
    sees(stage.text("it refuses our requests and nobody can sign in"));
    assertThat(stage.api.requests("POST " + ROTATION + "/use")).isEmpty();
    confirm();
    sees(stage.heading(THIRD));
    // The one that was shown, should another admin be replacing it.
    assertThat(stage.api.requests("POST " + ROTATION + "/use").getFirst().query())
        .isEqualTo("fingerprint=" + "0f".repeat(32));
    stage.page.waitForCondition(() -> stage.focused().equals(THIRD));

    stage.button(FINISH).click();
    sees(stage.text("That cannot be undone"));
    confirm();
    sees(stage.heading("Replace it"));
    goes(stage.text("Old, still published"));
    sees(stage.text("The old certificate is removed."));
  }

  @Test
  void theFileToDownloadIsTheNewOne() {
    stored = connection("active", true, "current", "next");
    open();
    var link = stage.page.locator("gatehouse-own-certificate a[download]");
    assertThat(link.getAttribute("download")).isEqualTo("okta-next.cer");
    String data = link.getAttribute("href").split(",", 2)[1];
    assertThat(URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8))
        .isEqualTo(pem("next"));
  }

  @Test
  void aReplacementUnderWayIsOpenWhenSomebodyComesBackAndStaysClosedWhenTheyCloseIt() {
    stored = connection("active", true, "current", "next");
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(stored));
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    Screens.step(stage, "Connection");
    sees(stage.heading(SECOND));
    stage.page.locator("gatehouse-own-certificate summary").click();
    stage.page.evaluate("() => { document.documentElement.lang = 'de' }");
    sees(stage.text("Unser eigenes Zertifikat"));
    assertThat(stage.page.locator("gatehouse-own-certificate h4").isVisible()).isFalse();
  }

  @Test
  void itCanBeGivenUpBeforeItIsUsed() {
    stored = connection("active", true, "current", "next");
    open();
    leads("DELETE " + ROTATION, connection("active", true, "current"));
    stage.button(KEEP).click();
    sees(stage.text("put the old one back first"));
    confirm();
    sees(stage.button(BEGIN));
    sees(stage.text("The old certificate stays in use."));
  }

  @Test
  void whereNobodySignsInYetNobodyIsSaidToBeLockedOut() {
    stored = connection("in_progress", true, "current", "next");
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(stored));
    stage.open("tab=security");
    Screens.step(stage, "Connection");
    stage.button(USE).click();
    sees(stage.text("There is no way back to the old one."));
    goes(stage.text("it refuses our requests"));
  }

  @Test
  void whereNothingIsSignedTheNewOneIsInUseAtOnce() {
    stored = connection("active", false, "current");
    open();
    sees(stage.text("it need not know this certificate"));
    leads("POST " + ROTATION, connection("active", false, "current", "former"));
    stage.button(BEGIN).click();
    sees(stage.text("The new one is in use already"));
    goes(stage.button("Try it"));
  }

  @Test
  void itIsTriedByATest() {
    stored = connection("active", true, "current", "former");
    open();
    stage.button("Try it").click();
    sees(stage.heading("Try it with a real sign-in"));
  }

  @Test
  void aStepThatSomebodyElseTookIsShownBesideTheRefusal() {
    stored = connection("active", true, "current", "next");
    open();
    stage.api.on(
        "POST " + ROTATION + "/use",
        _ -> {
          stored = connection("active", true, "current", "former");
          return Answer.problem(409, "key_rotation_not_now", "The key rotation is not here");
        });
    stage.button(USE).click();
    confirm();
    sees(stage.alert());
    sees(stage.text(THIRD));
  }

  @Test
  void theHolderOfASetUpLinkSeesItAndReplacesNothing() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(stored))
        .on("GET /v1/sessions/current", Samples.setupLinkSession("connection", "test"));
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    sees(stage.text(TITLE));
    stage.text(TITLE).click();
    sees(stage.text("Our metadata URL"));
    goes(stage.button(BEGIN));
  }

  @Test
  void anOpenIdConnectConnectionWithASecretHasNone() {
    stored =
        OidcOptionsTest.connection("null", OidcOptionsTest.revision(1, true), 3)
            .replace("\"acsUrl\"", "\"certificates\":[" + certificate("current") + "],\"acsUrl\"");
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(stored));
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    Screens.step(stage, "Connection");
    sees(stage.text("This is what we understood"));
    goes(stage.text(TITLE));
  }
}
