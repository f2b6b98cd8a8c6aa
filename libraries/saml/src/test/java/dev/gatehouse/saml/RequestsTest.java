package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.ResponseText.ACS;
import static dev.gatehouse.saml.fixtures.ResponseText.NOW;
import static dev.gatehouse.saml.fixtures.ResponseText.SP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.saml.fixtures.CarelessVerifier;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final String SSO = "https://idp.example.com/sso";
  private static final AuthnRequest PLAIN = AuthnRequest.plain("_r1", SP, ACS, SSO, NOW);

  private static Map<String, String> query(URI uri) {
    var parameters = new HashMap<String, String>();
    for (String part : uri.getRawQuery().split("&")) {
      int equals = part.indexOf('=');
      parameters.put(
          part.substring(0, equals),
          URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String inflated(URI uri) throws IOException {
    byte[] deflated = Base64.getDecoder().decode(query(uri).get("SAMLRequest"));
    try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void asksForNothingThatWasNotWanted() throws IOException {
    URI uri = Judge.SAML.authnRequestRedirect(PLAIN);
    var request = Xml.parse(inflated(uri)).getDocumentElement();

    assertThat(uri.toString()).startsWith(SSO + "?SAMLRequest=");
    assertThat(request.getLocalName()).isEqualTo("AuthnRequest");
    assertThat(request.getAttribute("ID")).isEqualTo("_r1");
    assertThat(request.getAttribute("Version")).isEqualTo("2.0");
    assertThat(request.getAttribute("IssueInstant")).startsWith("2026-11-20T10:00:00");
    assertThat(request.getAttribute("Destination")).isEqualTo(SSO);
    assertThat(request.getAttribute("AssertionConsumerServiceURL")).isEqualTo(ACS);
    assertThat(request.getAttribute("ForceAuthn")).isEmpty();
    assertThat(Xml.first(request, Xml.SAML, "Issuer").getTextContent()).isEqualTo(SP);
    assertThat(inflated(uri))
        .doesNotContain("NameIDPolicy", "RequestedAuthnContext", "Subject", "SPNameQualifier");
  }

  @Test
  void asksForWhatWasWanted() throws IOException {
    String format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    String context = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";
    var request =
        new AuthnRequest(
            "_r1",
            SP,
            ACS,
            SSO,
            NOW,
            Optional.empty(),
            true,
            Optional.of(format),
            Optional.of(context),
            Optional.empty());
    String xml = inflated(Judge.SAML.authnRequestRedirect(request));
    assertThat(xml).contains("ForceAuthn=\"true\"", format, context, "Comparison=\"exact\"");
  }

  @Test
  void whatAnAdministratorWroteStaysAValueAndNeverBecomesMarkup() throws IOException {
    String issuer = "urn:a&b<c>\"d'e\u00e9";
    String sso = SSO + "?a=1&b=%22%3C";
    var request = AuthnRequest.plain("_r1", issuer, ACS + "?x=<&y=\"", sso, NOW);

    var read = Xml.parse(inflated(Judge.SAML.authnRequestRedirect(request))).getDocumentElement();

    assertThat(Xml.first(read, Xml.SAML, "Issuer").getTextContent()).isEqualTo(issuer);
    assertThat(read.getAttribute("Destination")).isEqualTo(sso);
    assertThat(read.getAttribute("AssertionConsumerServiceURL")).isEqualTo(ACS + "?x=<&y=\"");
    assertThat(read.getAttributes().getLength()).isEqualTo(7);
  }

  @Test
  void keepsTheQueryOfTheAddressAndAddsTheRelayState() {
    var request =
        AuthnRequest.plain("_r1", SP, ACS, SSO + "?idpid=C0", NOW).withRelayState("a b&c");
    URI uri = Judge.SAML.authnRequestRedirect(request);
    assertThat(query(uri)).containsEntry("idpid", "C0").containsEntry("RelayState", "a b&c");
  }

  @Test
  void signsTheQueryOfARedirect() throws GeneralSecurityException {
    var key = new RequestSigningKey(Judge.OURS.privateKey(), Judge.OURS.certificate());
    URI uri = Judge.SAML.authnRequestRedirect(PLAIN.withRelayState("state").signedWith(key));
    String raw = uri.getRawQuery();
    int end = raw.indexOf("&Signature=");

    var verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(Judge.OURS.certificate());
    verifier.update(raw.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    assertThat(raw.substring(0, end)).containsSubsequence("SAMLRequest=", "RelayState=", "SigAlg=");
    assertThat(verifier.verify(Base64.getDecoder().decode(query(uri).get("Signature")))).isTrue();
  }

  @Test
  void signsTheDocumentOfAPost() {
    for (var key : List.of(Judge.OURS, TestKey.ec("sp", 256))) {
      var signing = new RequestSigningKey(key.privateKey(), key.certificate());
      String form = Judge.SAML.authnRequestPost(PLAIN.signedWith(signing));
      String xml = new String(Base64.getDecoder().decode(form), StandardCharsets.UTF_8);
      assertThat(CarelessVerifier.accepts(xml, key)).isTrue();
    }
  }

  @Test
  void leavesAPostUnsignedUnlessAsked() {
    String form = Judge.SAML.authnRequestPost(PLAIN);
    String xml = new String(Base64.getDecoder().decode(form), StandardCharsets.UTF_8);
    assertThat(xml).doesNotContain("Signature").contains("ID=\"_r1\"");
  }

  @Test
  void anIdNeverBeginsWithADigit() {
    assertThatThrownBy(() -> AuthnRequest.plain("1abc", SP, ACS, SSO, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void describesUs() {
    var us =
        new ServiceProvider(
            SP,
            ACS,
            Optional.empty(),
            true,
            List.of(Judge.OURS.certificate()),
            List.of(TestKey.rsa("sp encryption").certificate()));
    var document = Xml.parse(Judge.SAML.serviceProviderMetadata(us));
    var role = Xml.first(document, "urn:oasis:names:tc:SAML:2.0:metadata", "SPSSODescriptor");

    assertThat(document.getDocumentElement().getAttribute("entityID")).isEqualTo(SP);
    assertThat(role.getAttribute("AuthnRequestsSigned")).isEqualTo("true");
    assertThat(role.getAttribute("WantAssertionsSigned")).isEqualTo("true");
    assertThat(Xml.write(document))
        .contains(
            "use=\"signing\"", "use=\"encryption\"", "Location=\"" + ACS + "\"", "aes256-gcm");
  }

  @Test
  void publishesNoEncryptionKeyThatWasNotGiven() {
    var us =
        new ServiceProvider(
            SP, ACS, Optional.empty(), false, List.of(Judge.OURS.certificate()), List.of());
    assertThat(Judge.SAML.serviceProviderMetadata(us)).doesNotContain("use=\"encryption\"");
  }

  @Test
  void worksOnAThreadWithAnotherClassLoader() {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(Judge.SAML.authnRequestRedirect(PLAIN)).isNotNull();
      assertThat(SamlServiceProvider.create().authnRequestPost(PLAIN)).isNotEmpty();
      assertThat(thread.getContextClassLoader()).isEqualTo(ClassLoader.getPlatformClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
