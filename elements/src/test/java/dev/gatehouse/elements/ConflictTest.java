package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.elements.PlayedApi.Answer;
import dev.gatehouse.elements.PlayedApi.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two admins at once: both versions are shown, the person decides, and nothing is lost. */
class ConflictTest {
  private static final String DRAFT = "PUT " + SsoSamples.OKTA_PATH + "/draft";
  private static final String FAR = "2036-01-01T00:00:00Z";

  /** A colleague saved another email attribute as the second revision, in the fourth version. */
  private static final String THEIRS =
      SsoSamples.okta(
              "in_progress",
              "\"dom_1\"",
              SsoSamples.revision(2, false)
                  .replace("\"email\":[\"email\"]", "\"email\":[\"theirMail\"]"),
              "null",
              FAR)
          .replace("\"version\":3", "\"version\":4");

  private final Stage stage = new Stage();
  private volatile String stored = SsoSamples.untested();

  @AfterEach
  void close() {
    stage.close();
  }

  /** The mapping is open; whoever saves on another version than the stored one is refused. */
  private void openMapping() {
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on("GET /v1/connections", request -> Answer.json(Samples.page(stored)))
        .on("GET " + SsoSamples.OKTA_PATH, request -> Answer.json(stored))
        .on(DRAFT, this::saved);
    stage.open("tab=security");
    Screens.step(stage, "Connection");
    stage.page.getByText("Advanced").click();
  }

  private Answer saved(Request request) {
    String version = stored.contains("\"version\":4") ? "\"4\"" : "\"3\"";
    return request.header("if-match").equals(version)
        ? Answer.json(stored)
        : Answer.problem(412, "precondition_failed", "Stale");
  }

  private void somebodyElseIsFirst() {
    stage.field("Email").fill("myMail");
    stored = THEIRS;
    stage.button("Save as draft").click();
    sees(stage.text("Somebody else changed this first"));
  }

  private List<String> versions() {
    return stage.api.requests(DRAFT).stream().map(one -> one.header("if-match")).toList();
  }

  @Test
  void renders() {
    openMapping();
    somebodyElseIsFirst();
    assertThat(stage.page.locator("gatehouse-differences tbody tr").allInnerTexts())
        .singleElement()
        .asString()
        .contains("Email", "myMail", "theirMail");
    assertThat(stage.field("Email").inputValue()).isEqualTo("myMail");
  }

  @Test
  void isAccessible() {
    openMapping();
    somebodyElseIsFirst();
    stage.isAccessible();
  }

  @Test
  void savesMineOverTheirsOnlyWhenIDecideSo() {
    openMapping();
    somebodyElseIsFirst();
    assertThat(versions()).containsExactly("\"3\"");
    stage.button("Save mine over it").click();
    sees(stage.text("Saved"));
    assertThat(versions()).containsExactly("\"3\"", "\"4\"");
    assertThat(stage.api.requests(DRAFT).getLast().body()).contains("\"email\":[\"myMail\"]");
    goes(stage.text("Somebody else changed this first"));
  }

  @Test
  void takesTheirsAndForgetsMine() {
    openMapping();
    somebodyElseIsFirst();
    stage.button("Take what is stored").click();
    stage.page.waitForCondition(() -> stage.field("Email").inputValue().equals("theirMail"));
    assertThat(versions()).containsExactly("\"3\"");
  }

  @Test
  void savesAgainByItselfWhereOnlySomethingElseChanged() {
    openMapping();
    stage.field("Email").fill("myMail");
    stored = SsoSamples.untested().replace("\"version\":3", "\"version\":4");
    stage.button("Save as draft").click();
    sees(stage.text("Saved"));
    assertThat(versions()).containsExactly("\"3\"", "\"4\"");
  }

  @Test
  void newsThatArriveWhileITypeDoNotCountAsSeen() {
    stage.api.on(
        "GET /v1/connections/events",
        new Answer(200, "text/event-stream", "event: snapshot\ndata: {}\n\n", Map.of()));
    openMapping();
    stage.field("Email").fill("myMail");
    stored = THEIRS;
    int before = stage.api.requests("GET /v1/connections").size();
    stage.page.waitForCondition(
        () -> stage.api.requests("GET /v1/connections").size() > before + 1);
    stage.button("Save as draft").click();
    sees(stage.text("Somebody else changed this first"));
    assertThat(versions()).containsExactly("\"3\"");
  }

  @Test
  void showsTypedMetadataBesideWhatIsStored() {
    stored = SsoSamples.fresh();
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "")
        .on("GET /v1/connections", request -> Answer.json(Samples.page(stored)))
        .on("GET " + SsoSamples.OKTA_PATH, request -> Answer.json(stored))
        .on(DRAFT, this::saved);
    stage.open("tab=security");
    stage.field("Metadata URL or XML").fill("https://idp.example/metadata");
    stored = THEIRS;
    stage.button("Read and save").click();
    sees(stage.text("Somebody else changed this first"));
    assertThat(stage.page.locator("gatehouse-differences tbody tr").innerText())
        .contains("https://idp.example/metadata", "https://acme.okta.com/app/");
    stage.isAccessible();
  }

  @Test
  void saysWhenTheConnectionIsGone() {
    openMapping();
    stage.field("Email").fill("myMail");
    stage.api.on(DRAFT, Answer.problem(412, "precondition_failed", "Stale"));
    stage.api.on("GET " + SsoSamples.OKTA_PATH, Answer.problem(404, "not_found", "Gone"));
    stage.button("Save as draft").click();
    sees(stage.text("This is not there"));
    assertThat(stage.field("Email").inputValue()).isEqualTo("myMail");
  }
}
