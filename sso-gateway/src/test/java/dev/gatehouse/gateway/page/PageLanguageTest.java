package dev.gatehouse.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.languages.Language;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People are spoken to in their language, or in the one that the application asks for. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class PageLanguageTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject TestRuns testRuns;

  @ParameterizedTest
  @EnumSource
  void theSignInPageIsInTheBrowsersLanguage(Language language) {
    Response page = new Browser().speaking(language.tag() + "-x-any, en;q=0.1").get(signInPage());

    assertIsIn(language, page);
    assertThat(page.asString())
        .contains(texts(language).signInText(), texts(language).workEmail(), texts(language).goOn())
        .doesNotContain("{page", "NOT_FOUND");
  }

  @Test
  void whoeverAsksForNoLanguageOfOursReadsEnglish() {
    assertIsIn(Language.ENGLISH, new Browser().get(signInPage()));
    assertIsIn(Language.ENGLISH, new Browser().speaking("nl, *").get(signInPage()));
  }

  @Test
  void aMistypedAddressIsExplainedInTheLanguage() {
    Browser browser = new Browser().speaking("ja");
    String page = browser.get(signInPage()).asString();
    String sealed = page.replaceFirst("(?s).*name=\"request\" value=\"([^\"]*)\".*", "$1");

    Response again = browser.post("/sign-in", Map.of("request", sealed, "email", "bob"));

    assertThat(again.asString()).contains(texts(Language.JAPANESE).emailInvalid());
  }

  /** The verdict comes from a worker and a transaction, and the page is in the language still. */
  @Test
  void aRefusalIsInTheBrowsersLanguage() {
    TestConnection acme = customers.active();
    Trips.Away alice = trips.leave(acme);
    alice.browser().speaking("de-AT,de;q=0.9");
    IdpResponse answer = alice.answer(acme.email("alice"));
    answer.audience = "https://wrong.example";

    Response refusal = alice.comesBackWith(answer.signedBy(acme.key()));

    refusal.then().statusCode(403);
    assertIsIn(Language.GERMAN, refusal);
    assertThat(refusal.asString())
        .contains(
            "Wir konnten Sie nicht anmelden",
            "unter der Referenz <strong",
            "Zurück zur Anwendung",
            "sign_in_refused");
  }

  @Test
  void theReportOfATestIsInTheLanguageWithTheLabelsOfTheConsole() {
    TestConnection acme = customers.active();
    customers.provider(acme, "microsoft-entra-id");
    Trips.Away admin = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    admin.browser().speaking("fr");
    IdpResponse answer = admin.answer(acme.email("admin"));
    answer.audience = "https://wrong.example";

    Response report = admin.comesBackWith(answer.signedBy(acme.key()));

    assertIsIn(Language.FRENCH, report);
    assertThat(report.asString())
        .contains(
            "<dt>Attendu</dt>",
            "Identifier (Entity ID)",
            "Domaine de messagerie",
            "<code>audience_mismatch</code>")
        .doesNotContain("Expected", "What to do", "Email domain", "{{");
  }

  @Test
  void whatTheProviderSaidIsExplainedInTheLanguageAndStaysText() {
    TestConnection acme = customers.active();
    customers.provider(acme, "microsoft-entra-id");
    Trips.Away admin = testRuns.open(testRuns.create(acme, acme.customer().revision()));
    admin.browser().speaking("es");
    IdpResponse answer = admin.answer(acme.email("admin"));
    answer.refuses("AADSTS50105: Your administrator has to assign <b>you</b>.");

    Response report = admin.comesBackWith(answer.signedBy(acme.key()));

    assertThat(report.asString())
        .contains("Microsoft Entra ID indica: ", "Users and groups", "&lt;b&gt;you")
        .doesNotContain("<b>you", "&amp;lt;");
  }

  @Test
  void whatTheApplicationAsksForGoesFirstUntilTheEnd() {
    TestConnection acme = customers.active();
    RelyingParty app = RelyingParty.at(acme);
    app.browser().speaking("ja");

    Response refusal =
        app.comeBack(
            app.away(app.send(app.requestWith("ui_locales", "nl fr-CA en"))),
            answer -> answer.audience = "https://wrong.example");

    assertIsIn(Language.FRENCH, refusal);
  }

  @Test
  void theNextApplicationThatAsksForNothingLeavesItToTheBrowser() {
    TestConnection acme = customers.active();
    RelyingParty app = RelyingParty.at(acme);
    app.browser().speaking("ja");
    app.send(app.requestWith("ui_locales", "fr"));

    app.send(app.request());

    assertThat(app.browser().cookies()).doesNotContainKey("gh_language");
    assertIsIn(Language.JAPANESE, app.browser().get("/sign-in"));
  }

  @Test
  void aPageOfTheAuthorizationEndpointItselfIsInTheLanguageThatTheApplicationAsksFor() {
    RelyingParty app = RelyingParty.at(customers.active());
    Map<String, String> request = app.requestWith("ui_locales", "es");
    request.put("redirect_uri", "https://evil.example/");

    assertIsIn(Language.SPANISH, app.send(request));
  }

  @Test
  void aPlantedCookieIsNoMarkup() {
    Response page =
        given()
            .cookie("gh_language", "\"><script>alert(1)</script>")
            .header("Accept-Language", "de")
            .get("/sign-in");

    assertIsIn(Language.GERMAN, page);
    assertThat(page.asString()).doesNotContain("<script");
  }

  @Test
  void theDiscoveryDocumentNamesTheLanguages() {
    assertThat(
            given()
                .get("/.well-known/openid-configuration")
                .<List<String>>path("ui_locales_supported"))
        .containsExactly("en", "de", "fr", "es", "ja");
  }

  private String signInPage() {
    RelyingParty app = RelyingParty.at(customers.active());
    Map<String, String> request = new HashMap<>(app.request());
    request.remove("login_hint");
    return app.send(request).header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private static PageTexts texts(Language language) {
    return language == Language.ENGLISH
        ? MessageBundles.get(PageTexts.class)
        : MessageBundles.get(PageTexts.class, Localized.Literal.of(language.tag()));
  }

  private static void assertIsIn(Language language, Response page) {
    assertThat(page.header("Content-Language")).isEqualTo(language.tag());
    assertThat(page.header("Vary")).contains("Accept-Language");
    assertThat(page.asString()).contains("<html lang=\"" + language.tag() + "\">");
  }
}
