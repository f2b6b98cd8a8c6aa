package dev.gatehouse.sandbox.idp.signin;

import static dev.gatehouse.sandbox.idp.signin.TestMessages.ACS;
import static dev.gatehouse.sandbox.idp.signin.TestMessages.SP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.sandbox.idp.xml.Saml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.xml.XmlPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SamlSignInTest {
  @BeforeEach
  void aRegisteredServiceProvider() {
    TestMessages.registerServiceProvider();
  }

  @Test
  void aPersonIsStatedAsTheProfileWantsAndSignedWithTheAnnouncedKey() throws Exception {
    var answer = TestMessages.answer("_r1", Map.of("user", "alice@acme.example"));

    assertThat(answer.validlySigned()).containsExactly("Assertion");
    assertThat(answer.root().getAttribute("Destination")).isEqualTo(ACS);
    assertThat(answer.root().getAttribute("InResponseTo")).isEqualTo("_r1");
    assertThat(answer.one("Audience").getTextContent()).isEqualTo(SP);
    assertThat(answer.one("NameID").getAttribute("Format")).isEqualTo(Saml.PERSISTENT);
    assertThat(answer.attribute("email")).isEqualTo("alice@acme.example");
    assertThat(answer.attribute("firstName")).isEqualTo("Alice");
    assertThat(answer.attribute("lastName")).isEqualTo("Archer");
    assertThat(answer.one("AuthnStatement").getAttribute("SessionIndex")).isNotEmpty();
    var confirmation = answer.one("SubjectConfirmationData");
    assertThat(confirmation.getAttribute("Recipient")).isEqualTo(ACS);
    assertThat(confirmation.getAttribute("InResponseTo")).isEqualTo("_r1");
    assertThat(Instant.parse(confirmation.getAttribute("NotOnOrAfter")))
        .isBetween(
            Clock.systemUTC().instant().plus(Duration.ofMinutes(4)),
            Clock.systemUTC().instant().plus(Duration.ofMinutes(5)));
  }

  @Test
  void responseOrBothAreSignedOnDemand() throws Exception {
    assertThat(TestMessages.answer("_r1", Map.of("signs", "response")).validlySigned())
        .containsExactly("Response");
    assertThat(TestMessages.answer("_r1", Map.of("signs", "both")).validlySigned())
        .containsExactlyInAnyOrder("Response", "Assertion");
  }

  @Test
  void theRequestsNameIdPolicyIsHonoured() {
    String request =
        TestMessages.request("_r1", "")
            .replace(
                "</samlp:AuthnRequest>",
                "<samlp:NameIDPolicy Format=\"%s\"/></samlp:AuthnRequest>".formatted(Saml.EMAIL));
    String answer =
        TestMessages.respond(
                Map.of("samlRequest", TestMessages.base64(request), "user", "bob@acme.example"))
            .path("samlResponse");

    assertThat(SignedMessage.of(answer).one("NameID").getTextContent())
        .isEqualTo("bob@acme.example");
  }

  @Test
  void theBrowserChoosesAPersonAndCarriesTheAnswerBack() {
    given()
        .urlEncodingEnabled(false)
        .accept(ContentType.HTML)
        .get(TestMessages.url(TestMessages.request("_r2", ""), "relay"))
        .then()
        .statusCode(200)
        .body(containsString("Sandbox"), containsString("pretend identity provider"))
        .body(containsString("value=\"alice@acme.example\""));

    String page =
        given()
            .formParam("SAMLRequest", TestMessages.deflated(TestMessages.request("_r2", "")))
            .formParam("RelayState", "relay")
            .formParam("binding", "REDIRECT")
            .formParam("email", "dana@newcorp.example")
            .formParam("firstName", "Dana")
            .post("/idp/sign-in")
            .then()
            .statusCode(200)
            .body(containsString("action=\"" + ACS + "\""))
            .body(containsString("name=\"RelayState\" value=\"relay\""))
            .extract()
            .asString();

    String response = page.replaceAll("(?s).*name=\"SAMLResponse\" value=\"([^\"]+)\".*", "$1");
    assertThat(SignedMessage.of(response).attribute("email")).isEqualTo("dana@newcorp.example");
  }

  @Test
  void aRequestByPostIsAnsweredToo() {
    given()
        .accept(ContentType.HTML)
        .formParam("SAMLRequest", TestMessages.base64(TestMessages.request("_r3", "")))
        .post("/idp/sso")
        .then()
        .statusCode(200)
        .body(containsString("name=\"binding\" value=\"POST\""));
  }

  @Test
  void aPassiveRequestIsAnsweredWithNoPassive() {
    given()
        .urlEncodingEnabled(false)
        .accept(ContentType.HTML)
        .get(TestMessages.url(TestMessages.request("_r4", "IsPassive=\"true\""), "relay"))
        .then()
        .statusCode(200)
        .body(containsString("name=\"SAMLResponse\""));
  }

  @Test
  void anUnknownServiceProviderIsToldHowToRegister() {
    String stranger = TestMessages.request("_r5", "").replace(SP, "https://stranger.example");
    given()
        .urlEncodingEnabled(false)
        .accept(ContentType.HTML)
        .get(TestMessages.url(stranger, "relay"))
        .then()
        .statusCode(400)
        .body(containsString("Register it first"));
  }

  @Test
  void anUnregisteredAnswerAddressIsRefused() {
    String request =
        TestMessages.request("_r6", "AssertionConsumerServiceURL=\"https://evil.example/acs\"");
    TestMessages.respond(
            Map.of("samlRequest", TestMessages.base64(request), "user", "alice@acme.example"))
        .then()
        .statusCode(400)
        .body("title", containsString("not registered"));
  }

  @Test
  void xmlWithADoctypeIsRefused() {
    String request = "<!DOCTYPE r [<!ENTITY a \"b\">]>" + TestMessages.request("_r7", "");
    TestMessages.respond(
            Map.of("samlRequest", TestMessages.base64(request), "user", "alice@acme.example"))
        .then()
        .statusCode(400)
        .body("detail", containsString("DOCTYPE"));
  }

  @Test
  void aServiceProviderIsRegisteredByItsMetadata() {
    String metadata =
        """
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sp.example/m">
          <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://sp.example/slo"/>
            <md:AssertionConsumerService index="3" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://sp.example/a"/>
            <md:AssertionConsumerService index="4" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://sp.example/b"/>
          </md:SPSSODescriptor>
        </md:EntityDescriptor>\
        """;
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("metadataXml", metadata))
        .post("/idp/service-providers")
        .then()
        .statusCode(201);

    TestMessages.respond(Map.of("spEntityId", "https://sp.example/m", "user", "a@b.example"))
        .then()
        .statusCode(200)
        .body("acsUrl", org.hamcrest.Matchers.is("https://sp.example/b"));
    String logout =
        """
        <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l1" Version="2.0">\
        <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://sp.example/m</saml:Issuer>\
        </samlp:LogoutRequest>\
        """;
    given()
        .accept(ContentType.HTML)
        .formParam("SAMLRequest", TestMessages.base64(logout))
        .post("/idp/slo")
        .then()
        .statusCode(200)
        .body(containsString("action=\"https://sp.example/slo\""));

    given().delete("/idp/service-providers?entityId=https://sp.example/m").then().statusCode(204);
    TestMessages.respond(Map.of("spEntityId", "https://sp.example/m", "user", "a@b.example"))
        .then()
        .statusCode(400);
  }

  @Test
  void aRotatedKeySignsWhileTheOldOneStaysAnnounced() throws Exception {
    var before = TestMessages.answer("_r8", Map.of());
    given().post("/idp/keys/rotate").then().statusCode(201);
    var after = TestMessages.answer("_r9", Map.of());

    assertThat(before.validlySigned()).containsExactly("Assertion");
    assertThat(after.validlySigned()).containsExactly("Assertion");
    assertThat(metadata().getList("**.findAll { it.name() == 'X509Certificate' }")).hasSize(2);

    given().delete("/idp/keys/old").then().statusCode(204);
    assertThat(before.validlySigned()).isEmpty();
    assertThat(after.validlySigned()).containsExactly("Assertion");
  }

  @Test
  void aMovedClockMovesWhatIsStated() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("offset", "P10D"))
        .put("/test/clock")
        .then()
        .statusCode(204);
    var later = TestMessages.answer("_r10", Map.of());
    given().delete("/test/clock").then().statusCode(204);

    assertThat(Instant.parse(later.one("Conditions").getAttribute("NotBefore")))
        .isAfter(Clock.systemUTC().instant().plus(Duration.ofDays(9)));
  }

  private static XmlPath metadata() {
    return new XmlPath(given().get("/idp/metadata").asString());
  }
}
