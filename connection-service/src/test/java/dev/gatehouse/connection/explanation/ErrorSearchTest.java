package dev.gatehouse.connection.explanation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** “What did your identity provider show you?” */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ErrorSearchTest {

  private TestOrganization acme;
  private Admin admin;

  @BeforeEach
  void anAdminLooksAtAPage() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
  }

  @Test
  void findsACodeAndFillsInOurValues() {
    String connection = admin.create(acme, "microsoft-entra-id");

    JsonPath found = found(search("microsoft-entra-id", "AADSTS50011", connection));

    assertThat(found.getList("items.id", String.class)).containsExactly("entra-reply-url");
    assertThat(found.getString("items[0].enter[0].value"))
        .isEqualTo(admin.read(connection).getString("serviceProvider.acsUrl"));
    assertThat(found.getString("items[0].link"))
        .isEqualTo("https://login.microsoftonline.com/error?code=50011");
    assertThat(found.getMap("general")).isNull();
  }

  @Test
  void findsTheWordsOfAPageWithoutAConnection() {
    JsonPath found = found(search("okta", "okta says I am not asigned to the app", null));

    assertThat(found.getString("items[0].id")).isEqualTo("okta-not-assigned");
    assertThat(found.getList("items[0].where", String.class)).contains("Assignments");
  }

  @Test
  void anUnknownNumberOfMicrosoftLeadsToMicrosoftsOwnPage() {
    JsonPath found = found(search("microsoft-entra-id", "AADSTS1234567: never heard of", null));

    assertThat(found.getString("items[0].link"))
        .isEqualTo("https://login.microsoftonline.com/error?code=1234567");
  }

  @Test
  void aPageThatNobodyKnowsGetsAdviceForThatConsole() {
    JsonPath entra = found(search("microsoft-entra-id", "xyzzy plugh", null));
    JsonPath okta = found(search("okta", "xyzzy plugh", null));

    assertThat(entra.getList("items")).isEmpty();
    assertThat(entra.getList("general.where", String.class)).endsWith("Sign-in logs");
    assertThat(entra.getString("lookUp")).isEqualTo("https://login.microsoftonline.com/error");
    assertThat(okta.getList("general.where", String.class))
        .containsExactly("Reports", "System Log");
    assertThat(okta.getString("lookUp")).isNull();
  }

  @Test
  void aWholePageMayBePasted() {
    String page =
        "AADSTS50105: " + "Your administrator has configured the application. ".repeat(80);

    assertThat(found(search("microsoft-entra-id", page, null)).getString("items[0].id"))
        .isEqualTo("entra-not-assigned");
  }

  @Test
  void refusesNothingToSearchForAndWhatIsNotThere() {
    String connection = admin.create(acme, "okta");

    refused(search("okta", " ", null), 400, "invalid_request");
    refused(search("google-workspace", "x", connection), 400, "invalid_request");
    refused(search("nobody", "x", null), 404, "not_found");
    refused(search("okta", "x", "con_aaaaaaaaaaaaaaaaaaaaaaaaaa"), 404, "not_found");
    refused(given().get("/v1/identity-providers/okta/errors?q=x"), 401, "unauthenticated");
    Admin stranger = Admin.of(TestOrganization.selfServing());
    refused(
        stranger
            .asking()
            .queryParam("q", "x")
            .queryParam("connection", connection)
            .get("/v1/identity-providers/okta/errors"),
        404,
        "not_found");
  }

  private Response search(String provider, String text, @Nullable String connection) {
    var asking = admin.asking().queryParam("q", text);
    return (connection == null ? asking : asking.queryParam("connection", connection))
        .get("/v1/identity-providers/" + provider + "/errors");
  }

  private static JsonPath found(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
