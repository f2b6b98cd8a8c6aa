package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationProfileTest {
  private final Stage stage = new Stage();

  @BeforeEach
  void knowAcme() {
    Samples.acme(stage.api);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void renders() {
    stage.open("");
    sees(stage.heading("Organization"));
    assertThat(stage.field("Name").inputValue()).isEqualTo("Acme");
    sees(stage.role(AriaRole.TAB, "Members"));
  }

  @Test
  void isAccessible() {
    stage.open("");
    sees(stage.heading("Organization"));
    stage.isAccessible();
    stage.open("theme=dark&lang=de");
    sees(stage.heading("Organisation"));
    stage.isAccessible();
  }

  @Test
  void savesANameWithTheETagThatWasRead() {
    stage.api.on(
        "PATCH " + Samples.ORGANIZATION_PATH,
        request ->
            request.header("if-match").equals("\"1\"")
                ? PlayedApi.Answer.json(Samples.organization("Acme Corp", true)).etag("\"2\"")
                : PlayedApi.Answer.problem(412, "precondition_failed", "Stale"));
    stage.open("");
    stage.field("Name").fill("Acme Corp");
    stage.button("Save").click();
    sees(stage.text("Saved"));
    assertThat(stage.events()).asList().contains("gatehouse-organization-changed");
  }

  @Test
  void showsBothVersionsWhenSomebodyElseWasFirst() {
    stage.open("");
    stage.field("Name").fill("Acme Corp");
    stage.api.on(
        "PATCH " + Samples.ORGANIZATION_PATH,
        request ->
            request.header("if-match").equals("\"2\"")
                ? PlayedApi.Answer.json(Samples.organization("Acme Corp", true)).etag("\"3\"")
                : PlayedApi.Answer.problem(412, "precondition_failed", "Stale"));
    stage.api.on(
        "GET " + Samples.ORGANIZATION_PATH,
        PlayedApi.Answer.json(Samples.organization("Acme Inc", true)).etag("\"2\""));
    stage.button("Save").click();
    sees(stage.text("Somebody else changed this first"));
    sees(stage.text("Acme Inc"));
    assertThat(stage.field("Name").inputValue()).isEqualTo("Acme Corp");
    stage.button("Save mine over it").click();
    sees(stage.text("Saved"));
  }

  @Test
  void keepsWhatWasTypedWhenTheConnectionIsLost() {
    stage.open("");
    stage.field("Name").fill("Acme Corp");
    stage.offline();
    stage.button("Save").click();
    sees(stage.text("Gatehouse cannot be reached"));
    assertThat(stage.field("Name").inputValue()).isEqualTo("Acme Corp");
  }

  @Test
  void asksForAFreshTokenOnceWhenOneWasRefused() {
    stage.api.on(
        "GET " + Samples.ORGANIZATION_PATH,
        request ->
            request.header("authorization").equals("Bearer token-1")
                ? PlayedApi.Answer.problem(401, "unauthenticated", "Expired")
                : PlayedApi.Answer.json(Samples.organization("Acme", true)));
    stage.open("");
    sees(stage.heading("Organization"));
  }

  @Test
  void saysThatTheSessionEndedWhenTheFreshTokenIsRefusedToo() {
    stage.api.on(
        "GET " + Samples.ORGANIZATION_PATH,
        PlayedApi.Answer.problem(401, "unauthenticated", "Expired"));
    stage.open("");
    sees(stage.text("Your session has ended"));
    stage.isAccessible();
  }

  @Test
  void sendsNoCookiesAndABearerToken() {
    stage.open("");
    sees(stage.heading("Organization"));
    assertThat(stage.api.requests("GET " + Samples.ORGANIZATION_PATH))
        .allSatisfy(request -> {
          assertThat(request.headers()).doesNotContainKey("cookie");
          assertThat(request.header("authorization")).startsWith("Bearer token-");
        });
  }

  @Test
  void movesBetweenTabsByArrowKeys() {
    stage.api.on("GET " + Samples.MEMBERS_PATH, Samples.page());
    stage.open("");
    stage.role(AriaRole.TAB, "General").focus();
    stage.page.keyboard().press("ArrowRight");
    sees(stage.heading("Members"));
    assertThat(stage.focused()).isEqualTo("Members");
    assertThat(stage.events()).asList().contains("gatehouse-tab");
  }

  @Test
  void offersNothingThatTheViewerMayNotDo() {
    stage.api.on("GET /v1/sessions/current", Samples.session("org:sys_memberships:read"));
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH,
        Samples.page(Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin")));
    stage.open("tab=members");
    sees(stage.text("ana@acme.com"));
    goes(stage.button("Add a member"));
    goes(stage.button("Remove Ana Ito"));
  }
}
