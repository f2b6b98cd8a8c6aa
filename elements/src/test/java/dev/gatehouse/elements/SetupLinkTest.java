package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The profile in the hands of somebody who has nothing but a set-up link: no permission at all. */
class SetupLinkTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private void open(String domains, String connections, String... steps) {
    SsoSamples.with(stage.api, domains, connections)
        .on("GET /v1/sessions/current", Samples.setupLinkSession(steps));
    stage.open("tab=security");
  }

  @Test
  void renders() {
    open(Samples.page(SsoSamples.PENDING), Samples.page(), "domains", "connection");
    sees(stage.heading("Which email domains are yours?"));
    assertThat(stage.page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.BUTTON).count())
        .isEqualTo(2);
    goes(stage.page.getByRole(AriaRole.TAB));
  }

  @Test
  void isAccessible() {
    open(Samples.page(SsoSamples.VERIFIED), Samples.page(), "domains");
    sees(stage.button("Continue"));
    stage.button("Continue").click();
    sees(stage.text("Your part is done"));
    stage.isAccessible();
  }

  @Test
  void saysWhenItsLastStepIsDoneAndThatOthersGoOn() {
    open(Samples.page(SsoSamples.VERIFIED), Samples.page(), "domains");
    sees(stage.button("Continue"));
    stage.button("Continue").click();
    sees(stage.text("Your part is done"));
    assertThat(stage.focused()).startsWith("Your part is done");
  }

  @Test
  void asksForNothingThatItsStepsDoNotNeed() {
    open(Samples.page(), Samples.page(SsoSamples.untested()), "test");
    sees(stage.heading("Try it with a real sign-in"));
    assertThat(stage.api.requests("GET /v1/domains")).isEmpty();
    assertThat(stage.api.requests("GET /v1/domains/events")).isEmpty();
  }

  @Test
  void startsAtItsFirstStepWhereNothingIsThereYet() {
    open(Samples.page(), Samples.page(), "connection", "test");
    sees(stage.button("Start"));
    stage.button("Start").click();
    sees(stage.heading("Which identity provider do you use?"));
  }

  @Test
  void endsNothingThatPeopleSignInWith() {
    open(
        Samples.page(SsoSamples.VERIFIED),
        Samples.page(SsoSamples.active()),
        "domains",
        "connection",
        "test",
        "activate");
    sees(stage.heading("Okta"));
    goes(stage.button("Deactivate"));
    goes(stage.button("Versions"));
  }
}
