package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers are asked to explain things in the language of the component. */
class ServerLanguageTest {
  private static final String GUIDE = "GET " + SsoSamples.OKTA_PATH + "/setup-guide";

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theGuideIsInTheLanguageOfThePageAndFollowsIt() {
    guideOf("okta");
    stage.open("lang=de&tab=security");
    sees(stage.text(ServerTexts.in("de").of("Create the app integration")));

    stage.page.evaluate("() => { document.documentElement.lang = 'ja' }");

    sees(stage.text(ServerTexts.in("ja").of("Create the app integration")));
    Stage.goes(stage.text(ServerTexts.in("de").of("Create the app integration")));
    assertThat(stage.api.requests(GUIDE))
        .extracting(request -> request.header("accept-language"))
        .containsExactly("de", "ja");
  }

  @Test
  void aPageInAnotherLanguageIsExplainedInEnglish() {
    guideOf("okta");
    stage.open("lang=nl&tab=security");

    sees(stage.text("Create the app integration"));
    assertThat(stage.api.requests("GET /v1/connections"))
        .extracting(request -> request.header("accept-language"))
        .containsOnly("en");
  }

  @Test
  void aFailedTestAndItsChecksAreExplainedAnewInAnotherLanguage() {
    String run =
        SsoSamples.failedRun()
            .replace("\"name\":\"audience\"", "\"name\":\"audience\",\"title\":\"Audience\"")
            .replace("\"name\":\"signature\"", "\"name\":\"signature\",\"title\":\"Signature\"");
    SsoSamples.with(
            stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.untested()))
        .on("GET /v1/test-runs", request -> Answer.json(Samples.page(run)).in(request))
        .on("GET /v1/test-runs/" + SsoSamples.RUN, request -> Answer.json(run).in(request));
    stage.open("tab=security");
    stage.page.locator("gatehouse-test-step .history button").first().click();
    sees(stage.page.locator("gatehouse-run").getByText("Meant for another application"));

    stage.page.evaluate("() => { document.documentElement.lang = 'de' }");

    for (String text : List.of("Meant for another application", "Signature")) {
      sees(stage.page.locator("gatehouse-run").getByText(ServerTexts.in("de").of(text)));
    }
    Stage.goes(stage.page.locator("gatehouse-run").getByText("Meant for another application"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "ja"})
  void aProblemIsInTheLanguageOfTheTab(String language) {
    String ben = Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:admin");
    Samples.acme(stage.api)
        .on("GET " + Samples.MEMBERS_PATH, Samples.page(ben))
        .on("GET " + Samples.MEMBERS_PATH + "/mem_2", ben)
        .on(
            "PATCH " + Samples.MEMBERS_PATH + "/mem_2",
            request -> Answer.problem(ProblemCode.LAST_ADMIN).in(request));
    stage.open("lang=" + language + "&tab=members");

    stage.page.locator("select[aria-label*='Ben Ode']").selectOption("org:member");

    ServerTexts said = ServerTexts.in(language);
    for (String english :
        List.of(
            ProblemCode.LAST_ADMIN.title(),
            ProblemCode.LAST_ADMIN.meaning(),
            ProblemCode.LAST_ADMIN.remedy())) {
      sees(stage.alert().getByText(said.of(english)));
    }
  }

  @Test
  void aWarningAboutAnOpenIdProviderIsInTheLanguageOfTheTab() {
    String warning = "Hosted domains are checked for Google alone; they do nothing here.";
    String fresh = SsoSamples.fresh().replace("\"protocol\":\"saml\"", "\"protocol\":\"oidc\"");
    String saved =
        SsoSamples.untested()
            .replaceFirst(
                "\\{",
                "{\"discovered\":{\"warnings\":[{\"code\":\"hosted_domains_unused\",\"text\":\""
                    + warning
                    + "\"}]},");
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(fresh))
        .on(
            "PUT " + SsoSamples.OKTA_PATH + "/draft",
            request -> {
              stage.api.on("GET /v1/connections", Samples.page(SsoSamples.untested()));
              return Answer.json(saved).in(request);
            });
    stage.open("lang=de&tab=security");
    stage.field("Aussteller (Issuer)").fill("https://acme.okta.com");
    stage.field("Client-ID").fill("0oa1");
    stage.field("Client Secret").fill("secret");

    stage.button("Prüfen und speichern").click();

    sees(stage.text(ServerTexts.in("de").of(warning)));
  }

  private void guideOf(String provider) {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), Samples.page(SsoSamples.fresh()))
        .on(
            GUIDE,
            request -> Answer.json(SetupGuides.json(provider, request.header("accept-language"))));
  }
}
