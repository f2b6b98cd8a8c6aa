package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.elements.PlayedApi.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever saves a form over what somebody else stored since it was drawn sees both, and decides.
 */
class TwoAdminsTest {
  private static final String STALE = "Somebody else changed this first";
  private static final String APPLICATION = "/v1/applications/app_1";
  private static final String ANA = Samples.member("1", "Ana", "Ito", "ana@acme.com", "org:admin");
  private static final String BEN = Samples.member("2", "Ben", "Ode", "ben@acme.com", "org:member");
  private static final String BEN_PATH = Samples.MEMBERS_PATH + "/mem_2";

  private final Stage stage = new Stage(1200, 900);

  /** What is stored, with its version; whoever names another one is refused. */
  private volatile String stored = "";

  @AfterEach
  void close() {
    stage.close();
  }

  private Answer patched(Request request, String saved) {
    return request.header("if-match").equals(tag(stored))
        ? Answer.json(saved).etag(tag(saved))
        : Answer.problem(412, "precondition_failed", "Stale");
  }

  private Answer read(Request ignored) {
    return Answer.json(stored).etag(tag(stored));
  }

  private static String tag(String json) {
    return "\"" + json.replaceAll("(?s).*\"version\":(\\d+).*", "$1") + "\"";
  }

  private static String newer(String json) {
    return json.replace("\"version\":1", "\"version\":2");
  }

  private List<String> versions(String request) {
    return stage.api.requests(request).stream().map(one -> one.header("if-match")).toList();
  }

  private String conflict() {
    return String.join(" | ", stage.page.locator("gatehouse-differences tbody tr").allInnerTexts());
  }

  private void editTheApplication() {
    editTheApplication(DashboardSamples.application());
  }

  private void editTheApplication(String application) {
    stored = application;
    DashboardSamples.operator(stage.api)
        .on("GET /v1/applications", Samples.page(application))
        .on("GET " + APPLICATION, this::read)
        .on(
            "PATCH " + APPLICATION,
            request ->
                patched(
                    request,
                    newer(stored)
                        .replace("Brightdesk\"", "Mine\"")
                        .replace("\"version\":2", "\"version\":3")));
    stage.open("path=applications");
    stage.button("Edit: Brightdesk").click();
    stage.field("Name").fill("Mine");
  }

  /** Before I save, and after my form was opened. */
  private void somebodyRenamesTheApplication() {
    stored =
        newer(DashboardSamples.application())
            .replace("Brightdesk\"", "Theirs\"")
            .replace("brightdesk.example/callback", "theirs.example/callback");
    saveApplication().click();
    sees(stage.text(STALE));
  }

  private Locator saveApplication() {
    return stage.page.locator("gatehouse-application-form gatehouse-dialog").getByText("Save");
  }

  private void giveBenARole(String role) {
    stored = BEN;
    Samples.acme(stage.api)
        .on("GET " + Samples.MEMBERS_PATH, Samples.page(ANA, BEN))
        .on("GET " + BEN_PATH, this::read)
        .on("PATCH " + BEN_PATH, request -> patched(request, BEN.replace("org:member", role)));
    stage.open("tab=members");
    sees(stage.text("ben@acme.com"));
  }

  @Test
  void renders() {
    editTheApplication();
    somebodyRenamesTheApplication();
    assertThat(conflict())
        .contains("Name", "Mine", "Theirs")
        .contains("https://brightdesk.example/callback", "https://theirs.example/callback");
    assertThat(stage.field("Name").inputValue()).isEqualTo("Mine");
    goes(stage.page.locator("gatehouse-application-form button.primary"));
  }

  @Test
  void isAccessible() {
    editTheApplication();
    somebodyRenamesTheApplication();
    stage.isAccessible();
  }

  @Test
  void savesMyApplicationOverTheirsOnlyWhenIDecideSo() {
    editTheApplication();
    somebodyRenamesTheApplication();
    stage.button("Save mine over it").click();
    goes(stage.page.locator("dialog[open]"));
    assertThat(versions("PATCH " + APPLICATION)).containsExactly("\"1\"", "\"2\"");
    assertThat(stage.api.requests("PATCH " + APPLICATION).getLast().body())
        .contains("\"name\":\"Mine\"");
  }

  @Test
  void takesTheirApplicationToGoOnWith() {
    editTheApplication();
    somebodyRenamesTheApplication();
    stage.button("Take what is stored").click();
    goes(stage.text(STALE));
    assertThat(stage.field("Name").inputValue()).isEqualTo("Theirs");
    assertThat(stage.focused()).isEqualTo("name");
    sees(stage.button("Edit: Theirs"));
    stage.field("Name").fill("Theirs, and mine");
    saveApplication().click();
    goes(stage.page.locator("dialog[open]"));
    assertThat(versions("PATCH " + APPLICATION)).containsExactly("\"1\"", "\"2\"");
  }

  @Test
  void takesAnAddressAwayThatIsCleared() {
    editTheApplication(
        DashboardSamples.application()
            .replaceFirst("\\{", "{\"initiateLoginUri\":\"https://brightdesk.example/start\","));
    stage.page.locator("gatehouse-application-form summary").click();
    stage.field("Login initiation URI").fill("");
    saveApplication().click();
    goes(stage.page.locator("dialog[open]"));
    assertThat(stage.api.requests("PATCH " + APPLICATION).getFirst().body())
        .contains("\"initiateLoginUri\":\"\"");
  }

  @Test
  void showsBothRolesWhenAColleagueGaveAnotherOne() {
    giveBenARole("org:admin");
    stored = newer(BEN).replace("org:member", "org:billing");
    stage.field("Role of Ben Ode").selectOption("org:admin");
    sees(stage.text(STALE));
    assertThat(conflict()).contains("Role of Ben Ode", "Admin", "Billing");
    assertThat(stage.field("Role of Ben Ode").inputValue()).isEqualTo("org:admin");
    assertThat(versions("PATCH " + BEN_PATH)).containsExactly("\"1\"");
    stage.isAccessible();
    stage.button("Save mine over it").click();
    goes(stage.text(STALE));
    assertThat(versions("PATCH " + BEN_PATH)).containsExactly("\"1\"", "\"2\"");
    assertThat(stage.field("Role of Ben Ode").inputValue()).isEqualTo("org:admin");
  }

  @Test
  void takesTheRoleThatAColleagueGave() {
    giveBenARole("org:admin");
    stored = newer(BEN).replace("org:member", "org:billing");
    stage.field("Role of Ben Ode").selectOption("org:admin");
    stage.button("Take what is stored").click();
    goes(stage.text(STALE));
    assertThat(stage.field("Role of Ben Ode").inputValue()).isEqualTo("org:billing");
    assertThat(stage.focused()).isEqualTo("Role of Ben Ode");
    assertThat(versions("PATCH " + BEN_PATH)).containsExactly("\"1\"");
  }

  @Test
  void asksNobodyWhereOnlySomethingElseOfTheMemberChanged() {
    giveBenARole("org:admin");
    stored = newer(BEN).replace("ben@acme.com", "ben.ode@acme.com");
    stage.field("Role of Ben Ode").selectOption("org:admin");
    sees(stage.text("Ben Ode now has the role Admin"));
    assertThat(versions("PATCH " + BEN_PATH)).containsExactly("\"1\"", "\"2\"");
    goes(stage.text(STALE));
  }

  /** The switch brings the organization as it is now, with a name that nobody has looked at. */
  @Test
  void newsThatTheSwitchBringsDoNotCountAsSeenByTheNameThatIsTyped() {
    String path = Samples.ORGANIZATION_PATH;
    stored = Samples.organization("Acme", false);
    DashboardSamples.operator(stage.api)
        .on("GET " + path, this::read)
        .on("PUT " + path + "/self-serve-sso", new Answer(204, "application/json", "", Map.of()))
        .on("PATCH " + path, request -> patched(request, Samples.organization("Mine", true)));
    stage.open("path=organizations/" + Samples.ORGANIZATION + "/settings");
    stage.field("Name").fill("Mine");
    stored = newer(Samples.organization("Theirs", true));
    stage.page.getByRole(AriaRole.SWITCH).click();
    sees(stage.page.locator("[role=switch][aria-checked=true]"));
    stage.page.locator("gatehouse-general-tab button.primary").click();
    sees(stage.text(STALE));
    assertThat(conflict()).contains("Mine", "Theirs");
    assertThat(versions("PATCH " + path)).containsExactly("\"1\"");
    assertThat(stage.field("Name").inputValue()).isEqualTo("Mine");
  }
}
