package dev.gatehouse.org.problem;

import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.organization;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.problems.ProblemCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong is said in the language that the request asks for, whoever noticed it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ProblemLanguageTest {

  private static final String NOBODYS = "/v1/organizations/org_aaaaaaaaaaaaaaaaaaaaaaaaaa";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de-AT, en;q=0.5 | de | Nicht gefunden     | Prüfen Sie die ID und die Organisation.
          fr              | fr | Introuvable        | Vérifiez l’ID et l’organisation.
          es-MX           | es | No se ha encontrado | Compruebe el ID y la organización.
          ja              | ja | 見つかりません     | ID と組織を確認してください。
          """)
  void aProblemOfTheCatalogueIsInTheLanguage(
      String asked, String tag, String title, String remedy) {
    said(in(asked).get(NOBODYS), tag, ProblemCode.NOT_FOUND)
        .body("title", equalTo(title))
        .body("remedy", equalTo(remedy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "nl", "nl, *;q=0.5", "en-GB, de;q=0.9"})
  void anyOtherLanguageIsEnglish(String asked) {
    assertEnglish(in(asked).get(NOBODYS));
  }

  @Test
  void noLanguageIsEnglish() {
    assertEnglish(asOperator().get(NOBODYS));
  }

  @Test
  void whatTheFrameworkRefusesIsInTheLanguageToo() {
    said(in("de").get("/v1/nothing-here"), "de", ProblemCode.NOT_FOUND)
        .body("title", equalTo("Nicht gefunden"))
        .body(
            "detail",
            equalTo(
                "Mit dieser ID gibt es nichts, oder es gehört zu einer Organisation, die Sie nicht sehen dürfen."));
    said(in("de").request(Method.PUT, "/v1/organizations"), "de", ProblemCode.METHOD_NOT_ALLOWED)
        .body("title", equalTo("Diese Methode wird hier nicht unterstützt"));
    said(
            in("de").contentType("text/plain").body("x").post("/v1/organizations"),
            "de",
            ProblemCode.UNSUPPORTED_MEDIA_TYPE)
        .body("title", equalTo("Dieser Inhaltstyp wird nicht unterstützt"));
    said(given().header("Accept-Language", "de").get(NOBODYS), "de", ProblemCode.UNAUTHENTICATED)
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("title", equalTo("Ein gültiges Zugriffstoken ist nötig"));
  }

  @ParameterizedTest
  @CsvSource({
    "de, darf nicht leer sein",
    "fr, ne doit pas être vide",
    "es, no debe estar vacío",
    "ja, 空白は許可されていません",
    "nl, must not be blank"
  })
  void aFieldIsExplainedInTheLanguage(String asked, String message) {
    Response refused = in(asked).body(Map.of()).post("/v1/organizations");

    refused.then().statusCode(400).body("code", equalTo("invalid_request"));
    assertThat(refused.jsonPath().getList("errors.field")).contains("name");
    assertThat(refused.jsonPath().getList("errors.message")).contains(message);
  }

  @Test
  void valuesAreInTheTranslatedSentence() {
    said(in("de").get("/v1/organizations/dom_typo"), "de", ProblemCode.MALFORMED_ID)
        .body("detail", equalTo("Erwartet wurden org_ und 26 Zeichen in Base32, nicht „dom_typo“"));
  }

  @Test
  void aSentenceThatSaysMoreThanTheCatalogueIsInTheLanguage() {
    said(
            in("fr").get("/v1/audit?organization={o}&cursor=x", organization()),
            "fr",
            ProblemCode.INVALID_REQUEST)
        .body("detail", equalTo("Ce curseur n’est pas l’un de ceux que nous avons donnés."));
  }

  /** The parser's own words would name our classes, and quote what may be a secret. */
  @Test
  void jsonOfAnotherShapeNamesTheFieldAndQuotesNothing() {
    Response refused =
        in("de").body(Map.of("name", Map.of("hunter2", true))).post("/v1/organizations");

    said(refused, "de", ProblemCode.INVALID_REQUEST)
        .body("title", equalTo("Die Anfrage ist ungültig"))
        .body("detail", equalTo("An diese Stelle gehört eine andere Art von Wert: name"));
    assertThat(refused.asString()).doesNotContain("hunter2", "dev.gatehouse");
  }

  private static RequestSpecification in(String language) {
    return asOperator().header("Accept-Language", language);
  }

  private static void assertEnglish(Response refused) {
    said(refused, "en", ProblemCode.NOT_FOUND)
        .body("title", equalTo(ProblemCode.NOT_FOUND.title()))
        .body("detail", equalTo(ProblemCode.NOT_FOUND.meaning()))
        .body("remedy", equalTo(ProblemCode.NOT_FOUND.remedy()));
  }

  /** What machines read is the same in every language. */
  private static ValidatableResponse said(Response refused, String tag, ProblemCode code) {
    assertThat(refused.headers().getValues("Vary")).containsOnlyOnce("Accept-Language");
    return refused
        .then()
        .statusCode(code.status())
        .contentType("application/problem+json")
        .header("Content-Language", tag)
        .body("code", equalTo(code.code()))
        .body("type", equalTo(code.type().toString()))
        .body("status", equalTo(code.status()));
  }
}
