package dev.gatehouse.connection.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SetupGuideTest {

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
