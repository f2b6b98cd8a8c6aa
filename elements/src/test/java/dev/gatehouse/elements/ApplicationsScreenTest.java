package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationsScreenTest {
  private final Stage stage = new Stage(1200, 900);

  @BeforeEach
  void play() {
    DashboardSamples.operator(stage.api);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void renders() {
    stage.open("path=applications");
    sees(stage.text("Brightdesk"));
    sees(stage.text("https://brightdesk.example/callback"));
  }

  @Test
  void isAccessible() {
    stage.open("path=applications");
    stage.button("Register application").click();
    sees(stage.page.getByRole(AriaRole.DIALOG));
    stage.isAccessible();
  }

  @Test
  void registersAnApplicationAndShowsItsSecretOnce() {
    stage.api.on(
        "POST /v1/applications",
        DashboardSamples.application().replaceFirst("\\{", "{\"clientSecret\":\"s3cr3t\","));
    stage.open("path=applications");
    stage.button("Register application").click();
    stage.field("Name").fill("Brightdesk");
    stage.field("Redirect URIs").fill("https://a.example/cb\n  https://b.example/cb\n\n");
    register().click();
    sees(stage.text("s3cr3t"));
    assertThat(stage.api.requests("POST /v1/applications").getFirst().body())
        .contains("[\"https://a.example/cb\",\"https://b.example/cb\"]")
        .contains("\"idTokenSignedResponseAlg\":\"ES256\"");
    stage.isAccessible();
    stage.button("I have kept it").click();
    goes(stage.text("s3cr3t"));
  }

  @Test
  void namesWhatIsMissingAndKeepsWhatWasTyped() {
    stage.open("path=applications");
    stage.button("Register application").click();
    stage.field("Name").fill("Brightdesk");
    register().click();
    sees(stage.text("This is needed."));
    assertThat(stage.focused()).isEqualTo("redirectUris");
    stage.field("Redirect URIs").fill("http://evil.example/cb");
    stage.api.on(
        "POST /v1/applications",
        PlayedApi.Answer.problem(422, "invalid_redirect_uri", "The redirect URI is not allowed."));
    register().click();
    sees(stage.text("The redirect URI is not allowed."));
    assertThat(stage.field("Name").inputValue()).isEqualTo("Brightdesk");
  }

  @Test
  void changesAnApplicationOverTheVersionThatItRead() {
    stage.api.on("GET /v1/applications/app_1", DashboardSamples.application());
    stage.api.on(
        "PATCH /v1/applications/app_1",
        DashboardSamples.application().replace("Brightdesk", "Brightdesk 2"));
    stage.open("path=applications");
    stage.button("Edit: Brightdesk").click();
    stage.field("Name").fill("Brightdesk 2");
    stage.page.locator("gatehouse-dialog").getByText("Save").click();
    sees(stage.text("Brightdesk 2"));
    assertThat(stage.api.requests("PATCH /v1/applications/app_1").getFirst().headers())
        .containsEntry("if-match", "\"1\"");
  }

  @Test
  void neverRemovesTheLastSecret() {
    stage.api.on(
        "GET /v1/applications/app_1/secrets",
        Samples.page("{\"id\":\"1\",\"createdAt\":\"2026-10-02T09:00:00Z\"}"));
    stage.open("path=applications");
    stage.button("Secrets: Brightdesk").click();
    Locator dialog = stage.page.locator("gatehouse-dialog");
    Locator remove =
        dialog.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove").setExact(true));
    sees(remove);
    assertThat(remove.first().isDisabled()).isTrue();
    stage.isAccessible();
  }

  @Test
  void createsAnApiClientAndShowsItsSecretOnce() {
    stage.api.on(
        "POST /v1/api-clients",
        "{\"id\":\"1\",\"clientId\":\"cli_1\",\"clientSecret\":\"t0p\",\"name\":\"Billing\",\"createdAt\":\"2026-10-02T09:00:00Z\"}");
    stage.open("path=api-clients");
    stage.field("Name of the new client").fill("Billing");
    stage.button("Create client").click();
    sees(stage.text("t0p"));
    stage.isAccessible();
  }

  @Test
  void findsASignInByTheReferenceThatAPersonWasShown() {
    stage.api.on("GET /v1/sign-ins/4f7k29qx", DashboardSamples.failedSignIn());
    stage.open("path=sign-in");
    stage.field("Reference").fill("4f7k29qx");
    stage.page.keyboard().press("Enter");
    sees(stage.text("Meant for another service"));
    stage.field("Reference").fill("0000-0000");
    stage.page.keyboard().press("Enter");
    sees(stage.text("No sign-in has the reference 0000-0000"));
  }

  private Locator register() {
    return stage
        .page
        .locator("gatehouse-dialog")
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("Register application").setExact(true));
  }
}
