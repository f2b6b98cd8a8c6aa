package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.problems.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
  private static final String ANA = Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin");
  private static final String BEN = Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:member");
  private static final String BEN_PATH = Samples.MEMBERS_PATH + "/mem_2";

  private final Stage stage = new Stage();

  @BeforeEach
  void knowTwoMembers() {
    Samples.acme(stage.api).on("GET " + Samples.MEMBERS_PATH, Samples.page(ANA, BEN));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void renders() {
    stage.open("tab=members");
    sees(stage.text("ana@acme.com"));
    sees(stage.text("2 members"));
  }

  @Test
  void isAccessible() {
    stage.open("tab=members");
    sees(stage.text("ana@acme.com"));
    stage.isAccessible();
    stage.button("Add a member").click();
    sees(stage.field("Email"));
    stage.isAccessible();
  }

  @Test
  void addsAMemberByEmailAndRole() {
    stage.api.on("POST " + Samples.MEMBERS_PATH, Answer.json(BEN).status(201));
    stage.open("tab=members");
    stage.button("Add a member").click();
    stage.field("Email").fill("ben@acme.com");
    stage.page.keyboard().press("Enter");
    sees(stage.text("Ben Ode was added"));
    PlayedApi.Request sent = stage.api.requests("POST " + Samples.MEMBERS_PATH).getFirst();
    assertThat(sent.body()).contains("ben@acme.com", "org:member");
    assertThat(sent.header("idempotency-key")).isNotEmpty();
    assertThat(stage.events()).asList().contains("gatehouse-member-added");
  }

  @Test
  void repeatsALostCreationWithTheSameKey() {
    stage.api.on(
        "POST " + Samples.MEMBERS_PATH, Answer.problem(503, "service_unavailable", "Down"));
    stage.open("tab=members");
    stage.button("Add a member").click();
    stage.field("Email").fill("ben@acme.com");
    stage.page.keyboard().press("Enter");
    sees(stage.text("Gatehouse cannot answer right now"));
    assertThat(stage.api.requests("POST " + Samples.MEMBERS_PATH))
        .hasSize(3)
        .map(request -> request.header("idempotency-key"))
        .containsOnly(
            stage
                .api
                .requests("POST " + Samples.MEMBERS_PATH)
                .getFirst()
                .header("idempotency-key"));
    assertThat(stage.field("Email").inputValue()).isEqualTo("ben@acme.com");
  }

  @Test
  void saysWhatIsWrongWithAnAddressBeforeSendingIt() {
    stage.open("tab=members");
    stage.button("Add a member").click();
    stage.field("Email").fill("ben");
    stage.page.keyboard().press("Enter");
    sees(stage.text("Enter an email address, such as ana@acme.com."));
    assertThat(stage.api.requests("POST " + Samples.MEMBERS_PATH)).isEmpty();
  }

  @Test
  void removesOnlyAfterAskingAndByKeyboardAlone() {
    stage.api.on("DELETE " + BEN_PATH, new Answer(204, "application/json", "", java.util.Map.of()));
    stage.open("tab=members");
    stage.button("Remove Ben Ode").focus();
    stage.page.keyboard().press("Enter");
    sees(stage.heading("Remove Ben Ode?"));
    assertThat(stage.api.requests("DELETE " + BEN_PATH)).isEmpty();
    stage.page.keyboard().press("Escape");
    assertThat(stage.focused()).isEqualTo("Remove Ben Ode");
    stage.page.keyboard().press("Enter");
    stage.page.locator("gatehouse-dialog button.danger.primary").click();
    sees(stage.text("Ben Ode was removed"));
    goes(stage.text("ben@acme.com"));
    assertThat(stage.focused()).isEqualTo("Add a member");
  }

  @Test
  void keepsTheLastAdministratorAndSaysWhy() {
    stage.api.on(
        "DELETE " + Samples.MEMBERS_PATH + "/mem_1", Answer.problem(ProblemCode.LAST_ADMIN));
    stage.open("tab=members");
    stage.button("Remove Ana Ito").click();
    stage.page.locator("gatehouse-dialog button.danger.primary").click();
    sees(stage.text(ProblemCode.LAST_ADMIN.remedy()));
    sees(stage.text("ana@acme.com"));
  }

  @Test
  void putsTheRoleBackWhenChangingItIsRefused() {
    stage.api.on("GET " + BEN_PATH, BEN);
    stage.api.on("PATCH " + BEN_PATH, Answer.problem(ProblemCode.PERMISSION_DENIED));
    stage.open("tab=members");
    stage.field("Role of Ben Ode").selectOption("org:admin");
    sees(stage.text(ProblemCode.PERMISSION_DENIED.title()));
    assertThat(stage.field("Role of Ben Ode").inputValue()).isEqualTo("org:member");
  }

  @Test
  void showsTheRestOnDemand() {
    stage.api.on(
        "GET " + Samples.MEMBERS_PATH,
        request ->
            Answer.json(
                request.query().contains("cursor=c2")
                    ? Samples.page(BEN)
                    : Samples.pageWithMore("c2", ANA)));
    stage.open("tab=members");
    stage.button("Show more").click();
    sees(stage.text("ben@acme.com"));
    sees(stage.text("2 members"));
  }

  @Test
  void invitesTheFirstMemberWhenNobodyIsThere() {
    stage.api.on("GET " + Samples.MEMBERS_PATH, Samples.page());
    stage.open("tab=members");
    sees(stage.text("Nobody is here yet"));
    stage.isAccessible();
  }
}
