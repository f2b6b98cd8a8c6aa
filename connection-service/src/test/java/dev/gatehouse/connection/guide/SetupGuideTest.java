package dev.gatehouse.connection.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SetupGuideTest {

  private static final Translation GERMAN =
      Translation.read(SetupGuideTest.class, "/identity-providers/texts", Language.GERMAN);

  @Test
  void namesTheConsolesFieldsWithThisConnectionsValues() {
    TestOrganization acme = TestOrganization.selfServing();
    Admin admin = Admin.of(acme);
    String connection = admin.create(acme, "microsoft-entra-id");

    JsonPath guide =
        admin.asking().get("/v1/connections/" + connection + "/setup-guide").jsonPath();

    assertThat(
            guide.getString(
                "steps.find { it.title == 'Basic SAML Configuration' }.fields.find {"
                    + " it.label == 'Reply URL (Assertion Consumer Service URL)' }.value"))
        .isEqualTo(admin.read(connection).getString("serviceProvider.acsUrl"));
    assertThat(guide.<String>getList("metadata.forms")).containsExactly("url", "xml", "fields");
    assertThat(guide.<String>getList("pitfalls")).isNotEmpty();
  }

  @Test
  void speaksTheLanguageThatIsAskedForAndNamesTheConsolesLabelsAsTheyAre() {
    TestOrganization acme = TestOrganization.selfServing();
    Admin admin = Admin.of(acme);
    String connection = admin.create(acme, "okta");

    var german =
        admin
            .asking()
            .header("Accept-Language", "de-CH, de;q=0.9, en;q=0.5")
            .get("/v1/connections/" + connection + "/setup-guide");

    assertThat(german.header("Content-Language")).isEqualTo("de");
    assertThat(german.headers().getValues("Vary")).contains("Accept-Language");
    assertThat(german.<String>path("steps[0].title"))
        .isEqualTo(GERMAN.of("Create the app integration"));
    assertThat(german.<String>path("steps[2].fields[0].label")).isEqualTo("Single sign-on URL");
    assertThat(german.<String>path("steps[2].fields[0].value"))
        .isEqualTo(admin.read(connection).getString("serviceProvider.acsUrl"));
    assertThat(
            admin
                .asking()
                .header("Accept-Language", "de")
                .get("/v1/identity-providers/okta")
                .<String>path("steps[0].title"))
        .isEqualTo(GERMAN.of("Create the app integration"));
  }

  @Test
  void speaksEnglishToWhoeverAsksForAnotherLanguage() {
    TestOrganization acme = TestOrganization.selfServing();
    Admin admin = Admin.of(acme);
    String connection = admin.create(acme, "okta");

    var guide =
        admin
            .asking()
            .header("Accept-Language", "nl, *;q=0.1")
            .get("/v1/connections/" + connection + "/setup-guide");

    assertThat(guide.header("Content-Language")).isEqualTo("en");
    assertThat(guide.<String>path("steps[0].title")).isEqualTo("Create the app integration");
  }

  @Test
  void theCatalogueIsForHoldersOfAdminTokens() {
    Admin admin = Admin.of(TestOrganization.switchedOff());

    assertThat(admin.asking().get("/v1/identity-providers").jsonPath().<String>getList("items.key"))
        .contains("okta");
    assertThat(admin.asking().get("/v1/identity-providers/okta").<String>path("name"))
        .isEqualTo("Okta");
    assertThat(admin.asking().get("/v1/identity-providers/myspace").statusCode()).isEqualTo(404);
    assertThat(RestAssured.get("/v1/identity-providers").statusCode()).isEqualTo(401);
  }
}
