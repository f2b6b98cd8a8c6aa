package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DomainsTest {
  private final Stage stage = new Stage();
  private volatile String streamed = SsoSamples.PENDING;
  private volatile String connection = SsoSamples.untested();

  @AfterEach
  void close() {
    stage.close();
  }

  private void open(String... domains) {
    SsoSamples.with(stage.api, Samples.page(domains), Samples.page());
    stage.open("tab=security");
  }

  @Test
  void renders() {
    open(SsoSamples.PENDING);
    sees(stage.heading("Which email domains are yours?"));
    sees(stage.text("Your DNS is hosted at Cloudflare."));
    sees(stage.text("0 of 1 verified"));
  }

  @Test
  void isAccessible() {
    open(SsoSamples.DOUBLED, SsoSamples.VERIFIED);
    sees(stage.heading("Which identity provider do you use?"));
    stage.page.getByText("Domains").first().click();
    sees(stage.text("Waiting for the record"));
    stage.isAccessible();
  }

  @Test
  void copiesTheHostAsThisConsoleWantsItAndTheOtherFormOneClickAway() {
    open(SsoSamples.PENDING);
    stage.button("Copy Host or name").click();
    sees(stage.text("Host or name copied"));
    assertThat(clipboard()).isEqualTo("_gatehouse-challenge");
    stage.button("My console wants the full name").click();
    stage.button("Copy Host or name").click();
    sees(stage.text("The full name."));
    assertThat(clipboard()).isEqualTo("_gatehouse-challenge.acme.de");
  }

  @Test
  void namesTheMistakeOfADoubledName() {
    open(SsoSamples.DOUBLED);
    sees(
        stage.text(
            "The record is at _gatehouse-challenge.acme.de.acme.de: your provider adds the domain"
                + " by itself. Enter only _gatehouse-challenge."));
  }

  @Test
  void tellsWhatTheLooksFoundOneAfterTheOther() {
    stage.api.on(
        "GET /v1/domains/dom_2/looks",
        Samples.page(
            look(
                "different_value",
                1,
                "{\"host\":\"_gatehouse-challenge.acme.de\",\"value\":\"v=1\"}"),
            look("not_published", 7, "")));
    open(SsoSamples.PENDING);
    sees(stage.matching("looked 7 times. Nothing there yet."));
    sees(stage.matching("looked. There is a record with another value."));
    sees(stage.text("_gatehouse-challenge.acme.de = v=1"));
    stage.isAccessible();
  }

  @Test
  void tellsTheLastLookWhereTheEarlierOnesCannotBeRead() {
    open(SsoSamples.PENDING);
    sees(stage.matching("looked. Nothing there yet."));
  }

  @Test
  void saysThatAnAliasHidesTheRecord() {
    open(
        SsoSamples.pending(
            "dom_2",
            "acme.de",
            "aliased",
            "{\"host\":\"_gatehouse-challenge.acme.de\",\"value\":\"CNAME acme.old-vendor.example\"}"));
    sees(stage.matching("A TXT record at an alias is not seen"));
    sees(stage.text("_gatehouse-challenge.acme.de = CNAME acme.old-vendor.example"));
  }

  @Test
  void saysUntilWhenWhichRecordIsToBePutBackWhereItIsMissing() {
    open(SsoSamples.missed("lapsing", "dom_3", "acme.co.jp"));
    stage.page.getByText("Domains").first().click();
    sees(stage.matching("publish the record by .*2026"));
    stage.text("acme.co.jp").first().click();
    sees(stage.matching("missing since Nov 20, 2026.*Publish it again by Dec 6, 2026"));
    stage.button("Copy Host or name").click();
    sees(stage.text("Host or name copied"));
    assertThat(clipboard()).isEqualTo("_gatehouse-challenge.acme.co.jp");
    stage.button("Copy Value").click();
    sees(stage.text("Value copied"));
    assertThat(clipboard()).startsWith("gatehouse-domain-verification=");
    sees(stage.button("Look now"));
    stage.isAccessible();
  }

  private static String look(String outcome, int looks, String found) {
    return """
    {"firstAt":"2026-11-25T12:03:10Z","lastAt":"2026-11-25T12:04:10Z","looks":%d,"outcome":"%s",
     "explanation":"","found":[%s]}
    """
        .formatted(looks, outcome, found);
  }

  @Test
  void countsWhoIsAffectedBeforeADomainJoinsALiveConnection() {
    SsoSamples.with(
        stage.api,
        Samples.page(SsoSamples.VERIFIED, SsoSamples.verified("dom_9", "acme.io")),
        Samples.page(SsoSamples.active()));
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH + "/by-email-domain",
        Samples.page(SsoSamples.membersAt("acme.io", 1, "\"Ana I.\"")));
    stage.open("tab=security");
    stage.button("Edit as draft").click();
    stage.page.getByText("Domains").first().click();
    stage.text("acme.io").first().click();
    stage.button("Use it for this connection").click();
    sees(stage.text("1 member at acme.io"));
    stage.isAccessible();
    assertThat(stage.api.requests("PUT " + SsoSamples.OKTA_PATH + "/domains")).isEmpty();
  }

  @Test
  void readsTheConnectionAgainWhenSomebodyElseChangedItFirst() {
    SsoSamples.with(
            stage.api,
            Samples.page(SsoSamples.VERIFIED, SsoSamples.verified("dom_9", "acme.io")),
            "")
        .on("GET /v1/connections", request -> Answer.json(Samples.page(connection)))
        .on(
            "PUT " + SsoSamples.OKTA_PATH + "/domains",
            request ->
                request.header("if-match").equals("\"4\"")
                    ? Answer.json(connection)
                    : Answer.problem(412, "precondition_failed", "Stale"));
    stage.open("tab=security");
    Screens.step(stage, "Domains");
    stage.text("acme.io").first().click();
    connection = connection.replace("\"version\":3", "\"version\":4");
    int before = stage.api.requests("GET /v1/connections").size();
    stage.button("Use it for this connection").click();
    sees(stage.text("Somebody else changed this first"));
    stage.page.waitForCondition(() -> stage.api.requests("GET /v1/connections").size() > before);
    assertThat(stage.api.requests("PUT " + SsoSamples.OKTA_PATH + "/domains").getFirst().body())
        .contains("\"domains\":[\"dom_1\",\"dom_9\"]");
  }

  @Test
  void addsSeveralFromWhateverWasPasted() {
    stage.api.on(
        "POST /v1/domains",
        request ->
            request.body().contains("gmail.com")
                ? Answer.problem(ProblemCode.DOMAIN_CONSUMER_MAIL)
                : Answer.json(SsoSamples.PENDING).status(201));
    open();
    stage.button("Start").click();
    stage.field("Email domains").fill("https://Acme.DE/about, ana@gmail.com");
    stage.api.on("GET /v1/domains", Samples.page(SsoSamples.PENDING));
    stage.page.keyboard().press("Enter");
    sees(stage.text("gmail.com: " + ProblemCode.DOMAIN_CONSUMER_MAIL.title()));
    sees(stage.text("Waiting for the record"));
    assertThat(stage.api.requests("POST /v1/domains"))
        .map(PlayedApi.Request::body)
        .anyMatch(body -> body.contains("\"name\":\"acme.de\""));
    assertThat(stage.field("Email domains").inputValue()).isEqualTo("gmail.com");
  }

  @Test
  void becomesVerifiedWithoutReloadingByAnEventOfTheStream() {
    SsoSamples.with(stage.api, "", Samples.page());
    stage.api.on("GET /v1/domains", request -> Answer.json(Samples.page(streamed)));
    // Each connection brings one snapshot and ends; the page comes back by itself.
    stage.api.on(
        "GET /v1/domains/events",
        new Answer(200, "text/event-stream", "event: snapshot\ndata: {}\n\n", Map.of()));
    stage.open("tab=security");
    sees(stage.text("Waiting for the record"));
    streamed = SsoSamples.verified("dom_2", "acme.de");
    sees(stage.text("acme.de is verified"));
    assertThat(stage.events()).asList().contains("gatehouse-domain-verified");
    assertThat(stage.api.requests("GET /v1/domains/events").getFirst().header("authorization"))
        .startsWith("Bearer token-");
  }

  @Test
  void removesADomainOnlyAfterSayingWhatItMeans() {
    stage.api.on("DELETE /v1/domains/dom_2", new Answer(204, "application/json", "", Map.of()));
    open(SsoSamples.PENDING);
    stage.button("Remove acme.de").click();
    sees(stage.text("Adding acme.de again later needs a new TXT record."));
    stage.page.locator("gatehouse-domains-step gatehouse-dialog button.danger").first().click();
    sees(stage.text("acme.de was removed"));
  }

  @Test
  void saysThatItLookedAMomentAgo() {
    stage.api.on("POST /v1/domains/dom_2/check", Answer.problem(ProblemCode.CHECKED_JUST_NOW));
    open(SsoSamples.PENDING);
    stage.button("Look now").click();
    sees(stage.text(ProblemCode.CHECKED_JUST_NOW.title()));
  }

  @Test
  void keepsWhatWasTypedWhenTheConnectionIsLost() {
    open();
    stage.button("Start").click();
    stage.field("Email domains").fill("acme.com");
    stage.offline();
    stage.button("Add").click();
    sees(stage.text("acme.com: Gatehouse cannot be reached"));
    assertThat(stage.field("Email domains").inputValue()).isEqualTo("acme.com");
  }

  private String clipboard() {
    return (String) stage.page.evaluate("() => navigator.clipboard.readText()");
  }
}
