package dev.gatehouse.sandbox.idp.signin;

import static dev.gatehouse.sandbox.idp.signin.TestMessages.ACS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.xml.Saml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class FaultMenuTest {
  @BeforeEach
  void aRegisteredServiceProvider() {
    TestMessages.registerServiceProvider();
  }

  /** The fault, and nothing but the fault: all other answers are truly signed. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void onlyFaultsOfTheSignatureHaveABadSignature(Fault fault) throws Exception {
    var answer = TestMessages.answer("_r1", Map.of("fault", "none"));
    answer = TestMessages.answer("_r1", Map.of("fault", fault.code()));

    List<String> expected =
        switch (fault) {
          case UNSIGNED, WRONG_KEY, TAMPERED, SHA1 -> List.of();
          case STATUS_FAILED -> List.of("Response");
          case WRONG_DESTINATION -> List.of("Response", "Assertion");
          case TWO_ASSERTIONS -> List.of("Assertion", "Assertion");
          case NONE,
              EXPIRED,
              NOT_YET_VALID,
              WRONG_AUDIENCE,
              WRONG_RECIPIENT,
              WRONG_ISSUER,
              REPLAY,
              UNSOLICITED,
              FOREIGN_IN_RESPONSE_TO,
              NO_EMAIL,
              FOREIGN_DOMAIN ->
              List.of("Assertion");
        };
    assertThat(answer.validlySigned()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void eachFaultBendsItsOwnValue() {
    Instant now = Clock.systemUTC().instant();
    assertThat(faulty("tampered").attribute("email")).isEqualTo("ceo@acme.example");
    assertThat(Instant.parse(faulty("expired").one("Conditions").getAttribute("NotOnOrAfter")))
        .isBefore(now.minusSeconds(3000));
    assertThat(Instant.parse(faulty("not_yet_valid").one("Conditions").getAttribute("NotBefore")))
        .isAfter(now.plusSeconds(3000));
    assertThat(faulty("wrong_audience").one("Audience").getTextContent())
        .contains("somewhere-else.example");
    var wrongRecipient = faulty("wrong_recipient");
    assertThat(wrongRecipient.one("SubjectConfirmationData").getAttribute("Recipient"))
        .isNotEqualTo(ACS);
    assertThat(wrongRecipient.root().getAttribute("Destination")).isEqualTo(ACS);
    assertThat(faulty("wrong_destination").root().getAttribute("Destination")).isNotEqualTo(ACS);
    assertThat(faulty("wrong_issuer").all(Saml.ASSERTION, "Issuer").getFirst().getTextContent())
        .contains("somewhere-else.example");
    assertThat(faulty("sha1").xml()).contains("xmldsig#rsa-sha1");
    assertThat(faulty("unsolicited").xml()).doesNotContain("InResponseTo");
    assertThat(faulty("foreign_in_response_to").root().getAttribute("InResponseTo"))
        .startsWith("_")
        .isNotEqualTo("_r1");
    assertThat(faulty("status_failed").xml())
        .contains("status:AuthnFailed")
        .doesNotContain("<saml:Assertion");
    assertThat(faulty("no_email").xml()).doesNotContain("@");
    assertThat(faulty("foreign_domain").attribute("email")).isEqualTo("alice@evil.example");
    assertThat(faulty("two_assertions").all(Saml.ASSERTION, "Assertion")).hasSize(2);
  }

  @Test
  void replaySendsThePreviousAnswerAgain() {
    var first = TestMessages.answer("_first", Map.of("fault", "none"));
    var second = TestMessages.answer("_second", Map.of("fault", "replay"));

    assertThat(second.xml()).isEqualTo(first.xml());
  }

  @Test
  void aChosenFaultHoldsUntilItIsTakenBack() {
    choose("expired");
    assertThat(faulty("").one("Conditions").getAttribute("NotOnOrAfter"))
        .isLessThan(Clock.systemUTC().instant().toString());
    given().accept(ContentType.HTML).get("/idp").then().body(containsString("long expired"));

    choose("none");
    assertThat(faulty("").one("Conditions").getAttribute("NotOnOrAfter"))
        .isGreaterThan(Clock.systemUTC().instant().toString());
  }

  @Test
  void anUnknownFaultIsRefusedWithTheList() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("fault", "gremlins"))
        .post("/idp/faults")
        .then()
        .statusCode(400)
        .body("detail", containsString("two_assertions"));
  }

  @Test
  void theProviderCanBeginByItself() {
    given()
        .accept(ContentType.HTML)
        .get("/idp/initiate?sp=" + TestMessages.SP + "&user=alice@acme.example")
        .then()
        .statusCode(200)
        .body(containsString("action=\"" + ACS + "\""));
  }

  private static SignedMessage faulty(String fault) {
    return TestMessages.answer("_r1", Map.of("fault", fault));
  }

  private static void choose(String fault) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("fault", fault))
        .post("/idp/faults")
        .then()
        .statusCode(200)
        .body("fault", org.hamcrest.Matchers.is(fault));
  }
}
