package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Somebody else looks after DNS": set-up links made in the Security tab. */
class HandOverTest {
  private static final String TITLE = "Somebody else looks after DNS or the identity provider?";

  private final Stage stage = new Stage();

  @BeforeEach
  void open() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.PENDING), Samples.page())
        .on("GET /v1/setup-links", Samples.page(DashboardSamples.setupLink("null")));
    stage.open("tab=security");
    sees(stage.text(TITLE));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private Locator dialogButton(String name) {
    return Screens.dialog(stage)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void renders() {
    assertThat(stage.api.requests("GET /v1/setup-links")).isEmpty();
    stage.text(TITLE).click();
    sees(stage.text("Kim Lee"));
    sees(stage.text("Not opened yet"));
  }

  @Test
  void isAccessible() {
    stage.text(TITLE).click();
    sees(stage.text("Kim Lee"));
    stage.isAccessible();
    stage.button("Create set-up link").click();
    sees(stage.field("Recipient"));
    stage.isAccessible();
  }

  @Test
  void asksForTheStepAtHandAndShowsTheAddressOnce() {
    stage.api.on(
        "POST /v1/setup-links",
        DashboardSamples.setupLink("null")
            .replaceFirst("\\{", "{\"url\":\"https://sso.example/setup#s\","));
    stage.text(TITLE).click();
    stage.button("Create set-up link").click();
    stage.field("Recipient").fill("Kim Lee");
    dialogButton("Create set-up link").click();
    sees(stage.text("https://sso.example/setup#s"));
    assertThat(stage.api.requests("POST /v1/setup-links").getFirst().body())
        .contains("\"steps\":[\"domains\"]", "\"organization\":\"" + Samples.ORGANIZATION + "\"");
  }

  @Test
  void revokesALink() {
    stage.api.on("DELETE /v1/setup-links/sul_1", Answer.json("").status(204));
    stage.text(TITLE).click();
    stage.button("Revoke the link for Kim Lee").click();
    stage.api.on("GET /v1/setup-links", Samples.page());
    dialogButton("Revoke").click();
    sees(stage.text("No set-up link yet"));
  }

  @Test
  void isNotOfferedToWhoeverCameByALink() {
    stage.api.on("GET /v1/sessions/current", Samples.setupLinkSession("domains", "connection"));
    stage.open("tab=security");
    sees(stage.heading("Which email domains are yours?"));
    goes(stage.text(TITLE));
  }

  @Test
  void saysSoWhenTheServerRefuses() {
    stage.api.on("POST /v1/setup-links", Answer.problem(ProblemCode.SELF_SERVE_SSO_DISABLED));
    stage.text(TITLE).click();
    stage.button("Create set-up link").click();
    stage.field("Recipient").fill("Kim Lee");
    dialogButton("Create set-up link").click();
    sees(stage.text(ProblemCode.SELF_SERVE_SSO_DISABLED.title()));
    assertThat(stage.field("Recipient").inputValue()).isEqualTo("Kim Lee");
  }
}
