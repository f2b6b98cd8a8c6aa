package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was understood, and why nothing was, is said in the language that the admin asks for. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class DraftLanguageTest {

  private static final TestIdp OKTA =
      new TestIdp(
          "http://www.okta.com/exk1",
          "https://acme.okta.com/sso/saml",
          TestIdp.named("okta").certificate());

  private Admin admin;
  private String connection;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    TestOrganization acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "custom-saml");
  }

  @Test
  void warnsInTheLanguage() {
    Response saved = save("de-CH", Map.of("metadataXml", OKTA.metadata()));

    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
    assertThat(saved.header("Content-Language")).isEqualTo("de");
    assertThat(saved.headers().getValues("Vary")).contains("Accept-Language");
    assertThat(saved.<String>path("understood.warnings[0].code")).isEqualTo("provider_differs");
    assertThat(saved.<String>path("understood.warnings[0].text"))
        .isEqualTo(
            "Das sieht nach okta aus, die Verbindung wurde aber für custom-saml erstellt; die"
                + " Anleitung passt vielleicht nicht.");
  }

  @Test
  void warnsInEnglishWhereNoLanguageOfOursIsAskedFor() {
    Response saved = save("nl", Map.of("metadataXml", OKTA.metadata()));

    assertThat(saved.header("Content-Language")).isEqualTo("en");
    assertThat(saved.<String>path("understood.warnings[0].text")).startsWith("This looks like");
  }

  @Test
  void saysInTheLanguageWhatIsWrongWithTheMetadata() {
    Response page = save("ja", Map.of("metadataXml", "<html>Sign in</html>"));

    assertThat(page.<String>path("code")).isEqualTo("metadata_unreadable");
    assertThat(page.<String>path("title")).isEqualTo("メタデータを読み取れません");
    assertThat(page.<String>path("detail"))
        .isEqualTo("これはメタデータではなく Web ページです。読み取るにはサインインが必要な可能性があります。");
  }

  @Test
  void saysInTheLanguageThatAnAddressIsNotFetched() {
    Response inside = save("es", Map.of("metadataUrl", "https://10.0.0.1/metadata"));

    assertThat(inside.<String>path("code")).isEqualTo("metadata_fetch_refused");
    assertThat(inside.<String>path("detail"))
        .isEqualTo("La dirección lleva a una red privada o reservada.");
  }

  @Test
  void saysInTheLanguageWhichFieldsGoTogether() {
    Response half = save("fr", Map.of("idpEntityId", "x"));

    assertThat(half.<String>path("code")).isEqualTo("invalid_request");
    assertThat(half.jsonPath().getList("errors.message"))
        .containsExactly(
            "donnez l’un de ces éléments : metadataUrl, metadataXml, ou idpEntityId avec ssoUrl et"
                + " certificate");
    assertThat(half.jsonPath().getList("errors.in")).containsExactly("body");
  }

  private Response save(String language, Map<String, String> body) {
    return admin
        .asking()
        .header("Accept-Language", language)
        .header("If-Match", admin.etag(connection))
        .body(body)
        .put("/v1/connections/" + connection + "/draft");
  }
}
