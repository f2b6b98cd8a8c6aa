package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;

import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has focus goes away by what it does; a keyboard goes on nearby, never at the page's top. */
class FocusTest {
  private static final String FOCUSED_IS =
      """
      wanted => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return (at?.getAttribute('aria-label') ?? at?.id ?? '') === wanted || at?.innerText === wanted;
      }
      """;

  private final Stage stage = new Stage();
  private volatile String domains = Samples.page(SsoSamples.VERIFIED);
  private volatile String connections = Samples.page();

  @AfterEach
  void close() {
    stage.close();
  }

  private void open() {
    SsoSamples.with(stage.api, "", "")
        .on("GET /v1/domains", request -> Answer.json(domains))
        .on("GET /v1/connections", request -> Answer.json(connections));
    stage.open("tab=security");
  }

  private void comesTo(String name) {
    stage.page.waitForFunction(FOCUSED_IS, name);
  }

  private void pressed(String button) {
    sees(stage.button(button));
    stage.button(button).focus();
    stage.page.keyboard().press("Enter");
  }

  @Test
  void comesToTheFieldForTheNextDomainAfterOneWasAdded() {
    domains = Samples.page();
    stage.api.on("POST /v1/domains", Answer.json(SsoSamples.PENDING).status(201));
    open();
    pressed("Start");
    stage.field("Email domains").fill("acme.de");
    domains = Samples.page(SsoSamples.PENDING);
    pressed("Add");
    sees(stage.text("Waiting for the record"));
    comesTo("names");
  }

  @Test
  void comesToTheHeadingWhenTheRecordThatHadItIsProven() {
    domains = Samples.page(SsoSamples.PENDING);
    stage.api.on(
        "GET /v1/domains/events",
        new Answer(200, "text/event-stream", "event: snapshot\ndata: {}\n\n", Map.of()));
    open();
    sees(stage.button("Copy Value"));
    stage.button("Copy Value").focus();
    domains = Samples.page(SsoSamples.verified("dom_2", "acme.de"));
    sees(stage.text("1 of 1 verified"));
    comesTo("Which email domains are yours?");
  }

  @Test
  void comesToTheConnectionWhenTheProviderIsChosen() {
    stage.api.on("POST /v1/connections", Answer.json(SsoSamples.fresh()).status(201));
    stage.api.on("PUT " + SsoSamples.OKTA_PATH + "/domains", SsoSamples.fresh());
    open();
    sees(stage.button("Okta"));
    connections = Samples.page(SsoSamples.fresh());
    pressed("Okta");
    comesTo("Okta");
  }

  @Test
  void comesBackToTheButtonWhoseChangeWasRefused() {
    connections = Samples.page(SsoSamples.tested());
    String activation = "PUT " + SsoSamples.OKTA_PATH + "/activation";
    stage.api.on(activation, Answer.problem(ProblemCode.SERVICE_UNAVAILABLE));
    open();
    pressed("Activate…");
    comesTo("Switch it on");
    stage.page.keyboard().press("Tab");
    stage.page.keyboard().press("Enter");
    sees(stage.text("Gatehouse cannot answer right now"));
    comesTo("Activate");
  }

  @Test
  void comesToTheOverviewWhenActivatingEndsTheGuidedWay() {
    connections = Samples.page(SsoSamples.tested());
    stage.api.on("PUT " + SsoSamples.OKTA_PATH + "/activation", SsoSamples.active());
    open();
    pressed("Activate…");
    comesTo("Switch it on");
    connections = Samples.page(SsoSamples.active());
    stage.page.keyboard().press("Tab");
    stage.page.keyboard().press("Enter");
    sees(stage.button("Edit as draft"));
    comesTo("Single sign-on");
  }

  @Test
  void comesToTheOverviewWhenTheAnsweredQuestionTakesItsButtonAway() {
    connections = Samples.page(SsoSamples.active());
    stage.api.on(
        "DELETE " + SsoSamples.OKTA_PATH + "/activation",
        request -> {
          connections = Samples.page(SsoSamples.tested());
          return Answer.json(connections);
        });
    open();
    pressed("Deactivate");
    sees(stage.heading("Deactivate Okta?"));
    stage
        .page
        .locator("gatehouse-connection-actions gatehouse-dialog button.danger")
        .press("Enter");
    sees(stage.text("Ready, not active"));
    comesTo("Single sign-on");
  }

  @Test
  void comesToTheScreenThatTookThePlaceOfItsButton() {
    DashboardSamples.operator(stage.api);
    stage.open("path=organizations/" + Samples.ORGANIZATION);
    sees(stage.heading("Acme"));
    stage.page.locator("gatehouse-organization-screen .back").press("Enter");
    sees(stage.button("Globex"));
    comesTo("place");
  }

  @Test
  void comesToTheFieldForTheNextClientWhenASecretWasKept() {
    DashboardSamples.operator(stage.api)
        .on(
            "POST /v1/api-clients",
            "{\"id\":\"1\",\"clientId\":\"cli_1\",\"clientSecret\":\"t0p\",\"name\":\"Billing\",\"createdAt\":\"2026-10-02T09:00:00Z\"}");
    stage.open("path=api-clients");
    stage.field("Name of the new client").fill("Billing");
    stage.page.keyboard().press("Enter");
    sees(stage.text("t0p"));
    pressed("I have kept it");
    comesTo("name");
  }
}
