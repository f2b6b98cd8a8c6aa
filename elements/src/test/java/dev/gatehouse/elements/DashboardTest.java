package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
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
    stage.open("path=organizations");
    sees(stage.button("Acme"));
    sees(stage.button("Globex"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organizations",
        "organizations/" + Samples.ORGANIZATION + "/overview",
        "organizations/" + Samples.ORGANIZATION + "/settings",
        "organizations/" + Samples.ORGANIZATION + "/domains",
        "organizations/" + Samples.ORGANIZATION + "/connections",
        "organizations/" + Samples.ORGANIZATION + "/setup-links",
        "organizations/" + Samples.ORGANIZATION + "/sign-ins",
        "organizations/" + Samples.ORGANIZATION + "/history",
        "applications",
        "api-clients",
        "sign-in"
      })
  void isAccessible(String path) {
    stage.open("path=" + path);
    sees(stage.page.locator("main h2"));
    stage.isAccessible();
    stage.open("theme=dark&lang=de&path=" + path);
    sees(stage.page.locator("main h2"));
    stage.isAccessible();
  }

  @Test
  void saysWhoIsStuckAndWhatIsInTrouble() {
    stage.open("path=organizations");
    Locator acme = row("Acme");
    sees(acme.getByText("Certificate ends soon"));
    assertThat(acme.innerText()).contains("Active", "1 of 1 verified", "Okta");
    assertThat(row("Globex").innerText()).contains("Off", "Domains");
  }

  @Test
  void readsAWholeTableByOneRequestOfEachKind() {
    stage.open("path=organizations");
    sees(row("Acme").getByText("Okta"));
    assertThat(row("Acme").innerText()).contains("ago");
    for (String path : List.of("/v1/domains", "/v1/connections", "/v1/sign-ins/summary")) {
      assertThat(stage.api.requests("GET " + path))
          .singleElement()
          .satisfies(request ->
              assertThat(request.query())
                  .contains(Samples.ORGANIZATION + "," + DashboardSamples.OTHER));
    }
  }

  @Test
  void namesSignInsThatFailAsTrouble() {
    stage.api.on(
        "GET /v1/connections",
        Samples.page(DashboardSamples.connection("active", "2099-01-01T00:00:00Z")));
    stage.api.on("GET /v1/sign-ins/summary", Samples.page(SsoSamples.week(2, 9)));
    stage.open("path=organizations");
    sees(row("Acme").getByText("Sign-ins fail"));
  }

  @Test
  void showsHowFarTheyCameWhileTheGatewayIsAway() {
    stage.api.on(
        "GET /v1/sign-ins/summary", PlayedApi.Answer.problem(500, "internal_error", "It broke"));
    stage.open("path=organizations");
    sees(row("Acme").getByText("Certificate ends soon"));
  }

  @Test
  void showsTheRowsEvenWhenHowFarTheyCameCannotBeRead() {
    stage.api.on(
        "GET /v1/connections", PlayedApi.Answer.problem(500, "internal_error", "It broke"));
    stage.open("path=organizations");
    sees(row("Acme").getByText("Could not be read"));
  }

  @Test
  void searchesAndSaysWhenNothingMatches() {
    stage.open("path=organizations");
    sees(stage.button("Acme"));
    stage.field("Search").fill("nobody");
    sees(stage.text("Nothing matches"));
  }

  @Test
  void createsAnOrganizationAndOpensIt() {
    stage.api.on("POST /v1/organizations", Samples.organization("Acme", true));
    stage.open("path=organizations");
    stage.button("Create organization").click();
    assertThat(stage.focused()).isEqualTo("name");
    stage.field("Name").fill("Acme");
    stage.page.keyboard().press("Enter");
    sees(stage.heading("Acme"));
    assertThat(stage.api.requests("POST /v1/organizations"))
        .singleElement()
        .satisfies(request -> {
          assertThat(request.body()).contains("\"name\":\"Acme\"");
          assertThat(request.headers()).containsKey("idempotency-key");
        });
    assertThat(stage.events()).asList().contains("gatehouse-navigate");
  }

  @Test
  void turnsTheSwitchOnOnlyAfterTheServerSaidSo() {
    stage.api.on("GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme", false));
    stage.api.on(
        "PUT " + Samples.ORGANIZATION_PATH + "/self-serve-sso",
        PlayedApi.Answer.problem(500, "internal_error", "It broke"));
    stage.open("path=organizations/" + Samples.ORGANIZATION + "/settings");
    Locator toggle = stage.role(AriaRole.SWITCH, "Allow this organization to set up SSO");
    toggle.click();
    sees(stage.alert());
    assertThat(toggle.getAttribute("aria-checked")).isEqualTo("false");
    stage.api.on(
        "PUT " + Samples.ORGANIZATION_PATH + "/self-serve-sso", Samples.organization("Acme", true));
    stage.api.on("GET " + Samples.ORGANIZATION_PATH, Samples.organization("Acme", true));
    toggle.click();
    sees(stage.page.locator("[role=switch][aria-checked=true]"));
  }

  @Test
  void deletesAnOrganizationOnlyAfterItsNameWasTyped() {
    stage.api.on("DELETE " + Samples.ORGANIZATION_PATH, PlayedApi.Answer.json("").status(204));
    stage.open("path=organizations/" + Samples.ORGANIZATION + "/settings");
    stage.button("Delete organization").click();
    Locator confirm =
        stage
            .page
            .locator("gatehouse-dialog")
            .getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Delete organization").setExact(true));
    assertThat(confirm.isDisabled()).isTrue();
    stage.field("Type “Acme” to confirm").fill("Acme");
    confirm.click();
    sees(stage.heading("Organizations"));
    assertThat(stage.api.requests("DELETE " + Samples.ORGANIZATION_PATH)).hasSize(1);
  }

  private Locator row(String organization) {
    return stage
        .page
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHas(stage.button(organization)));
  }
}
