package dev.gatehouse.sandbox.idp.signin;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Requests of one registered service provider, and ways to have them answered. */
final class TestMessages {
  static final String SP = "http://localhost:8080/saml/abc/metadata";
  static final String ACS = "http://localhost:8080/saml/abc/acs";
  static final String IDP = "http://127.0.0.1:19090/idp";

  private TestMessages() {}

  static void registerServiceProvider() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("entityId", SP, "acsUrl", ACS))
        .post("/idp/service-providers")
        .then()
        .statusCode(201);
  }

  static String request(String id, String extra) {
    return """
    <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"\
     xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0"\
     IssueInstant="2026-01-01T00:00:00Z" %s><saml:Issuer>%s</saml:Issuer></samlp:AuthnRequest>\
    """
        .formatted(id, extra, SP);
  }

  static String base64(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  static String deflated(String xml) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static String url(String xml, String relayState) {
    return IDP
        + "/sso?SAMLRequest="
        + URLEncoder.encode(deflated(xml), StandardCharsets.UTF_8)
        + "&RelayState="
        + relayState;
  }

  static SignedMessage answer(String requestId, Map<String, String> more) {
    Map<String, String> wanted = new HashMap<>(more);
    wanted.put("samlRequestUrl", url(request(requestId, ""), "relay-" + requestId));
    wanted.putIfAbsent("user", "alice@acme.example");
    return SignedMessage.of(respond(wanted).then().statusCode(200).extract().path("samlResponse"));
  }

  static Response respond(Map<String, String> wanted) {
    return given().contentType(ContentType.JSON).body(wanted).post("/idp/respond");
  }
}
