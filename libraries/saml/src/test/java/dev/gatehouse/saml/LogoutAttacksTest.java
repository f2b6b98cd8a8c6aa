package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.LogoutText.expecting;
import static dev.gatehouse.saml.fixtures.LogoutText.judge;
import static dev.gatehouse.saml.fixtures.LogoutText.postedRequest;
import static dev.gatehouse.saml.fixtures.LogoutText.postedResponse;
import static dev.gatehouse.saml.fixtures.LogoutText.query;
import static dev.gatehouse.saml.fixtures.LogoutText.signed;
import static dev.gatehouse.saml.fixtures.LogoutText.signedQuery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.CarelessVerifier;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.LogoutText;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Attack: somebody is signed out, or made to believe it, by a message that proves nothing. */
class LogoutAttacksTest {

  private static void refused(UnverifiedLogout message, ReasonCode code) {
    refused(message, expecting(), code);
  }

  private static void refused(
      UnverifiedLogout message, LogoutExpectations expected, ReasonCode code) {
    var verdict = judge(message, expected);
    assertThat(verdict).isInstanceOf(LogoutVerdict.Rejected.class);
    assertThat(((LogoutVerdict.Rejected) verdict).reason().code()).isEqualTo(code);
  }

  /** By both bindings, each time with a signature of the identity provider that holds. */
  private static void refusedAlthoughSigned(Consumer<LogoutText> change, ReasonCode code) {
    var text = new LogoutText();
    change.accept(text);
    String posted = signed(text.request(), new Signing(Judge.KEY));
    assertThat(CarelessVerifier.accepts(posted, Judge.KEY)).isTrue();
    refused(postedRequest(posted), code);
    refused(
        UnverifiedLogout.fromQuery(
            signedQuery(query("SAMLRequest", text.request(), ""), Judge.KEY)),
        code);
  }

  @Test
  void anUnsignedMessageIsRefused() {
    var text = new LogoutText();
    refused(postedRequest(text.request()), ReasonCode.SIGNATURE_MISSING);
    refused(postedResponse(text.response()), ReasonCode.SIGNATURE_MISSING);
    refused(
        UnverifiedLogout.fromQuery(query("SAMLRequest", text.request(), "")),
        ReasonCode.SIGNATURE_MISSING);
    refused(
        UnverifiedLogout.fromQuery(query("SAMLResponse", text.response(), "")),
        ReasonCode.SIGNATURE_MISSING);
  }

  @Test
  void aMessageOfAnAttackersKeyIsRefused() {
    var text = new LogoutText();
    String posted = signed(text.request(), new Signing(Judge.ATTACKER));
    assertThat(CarelessVerifier.accepts(posted, Judge.ATTACKER)).isTrue();
    refused(postedRequest(posted), ReasonCode.SIGNATURE_INVALID);
    refused(
        UnverifiedLogout.fromQuery(
            signedQuery(query("SAMLRequest", text.request(), ""), Judge.ATTACKER)),
        ReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void withoutATrustedKeyNothingIsAccepted() {
    var nobody = expecting(Policy.STRICT, List.of());
    var text = new LogoutText();
    refused(
        postedRequest(signed(text.request(), new Signing(Judge.KEY))),
        nobody,
        ReasonCode.NO_TRUSTED_KEY);
    refused(
        UnverifiedLogout.fromQuery(
            signedQuery(query("SAMLRequest", text.request(), ""), Judge.KEY)),
        nobody,
        ReasonCode.NO_TRUSTED_KEY);
  }

  @Test
  void anExpiredRequestIsRefused() {
    Duration longAgo = Duration.ofMinutes(30);
    refusedAlthoughSigned(
        text -> text.end = Optional.of(ResponseText.NOW.minus(Duration.ofMinutes(4))),
        ReasonCode.EXPIRED);
    refusedAlthoughSigned(
        text -> {
          text.issued = ResponseText.NOW.minus(longAgo);
          text.end = Optional.empty();
        },
        ReasonCode.EXPIRED);
    refusedAlthoughSigned(
        text -> {
          text.issued = ResponseText.NOW.minus(longAgo);
          text.end = Optional.of(ResponseText.NOW.plus(Duration.ofDays(365)));
        },
        ReasonCode.EXPIRED);
    refusedAlthoughSigned(
        text -> text.issued = ResponseText.NOW.plus(longAgo), ReasonCode.NOT_YET_VALID);
  }

  @Test
  void aRequestOfAnotherConnectionIsRefused() {
    refusedAlthoughSigned(
        text -> text.issuer = "https://other.example/saml", ReasonCode.ISSUER_MISMATCH);
    refusedAlthoughSigned(text -> text.issuer = "", ReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void aRequestForAnotherAddressIsRefused() {
    refusedAlthoughSigned(
        text -> text.destination = "https://sso.example.net/saml/con2/slo",
        ReasonCode.DESTINATION_MISMATCH);
    refusedAlthoughSigned(
        text -> text.destination = LogoutText.SLO + "/", ReasonCode.DESTINATION_MISMATCH);
  }

  @Test
  void aRequestThatNamesNobodyIsRefused() {
    refusedAlthoughSigned(text -> text.subject = LogoutText.nameId(""), ReasonCode.SUBJECT_MISSING);
    refusedAlthoughSigned(
        text ->
            text.subject =
                "<saml:BaseID xsi:type=\"x\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>",
        ReasonCode.NOT_SCHEMA_VALID);
  }

  @Test
  void aNameWithACommentInItIsRefused() {
    refusedAlthoughSigned(
        text -> text.subject = LogoutText.nameId("ceo@example.com<!-- -->.evil.com"),
        ReasonCode.COMMENT_FORBIDDEN);
  }

  @Test
  void aSignatureOverOtherParametersIsRefused() {
    String good = signedQuery(query("SAMLRequest", new LogoutText().request(), "a"), Judge.KEY);
    assertThat(judge(UnverifiedLogout.fromQuery(good))).isInstanceOf(LogoutVerdict.Request.class);
    var forged = new LogoutText();
    forged.subject = LogoutText.nameId("ceo@example.com");
    String otherMessage = query("SAMLRequest", forged.request(), "a");

    // Another message, another relay state, one too many, one taken away, and another algorithm.
    refusedQuery(otherMessage + good.substring(good.indexOf("&SigAlg=")));
    refusedQuery(good.replace("&RelayState=a", "&RelayState=b"));
    refusedQuery(good.replace("&RelayState=a", ""));
    String without = signedQuery(query("SAMLRequest", new LogoutText().request(), ""), Judge.KEY);
    refusedQuery(without + "&RelayState=b");
    refusedQuery(good.replace("rsa-sha256", "rsa-sha512"));
    refusedQuery(good.replace("SAMLRequest=", "SAMLResponse="));
  }

  private static void refusedQuery(String query) {
    refused(UnverifiedLogout.fromQuery(query), ReasonCode.SIGNATURE_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAMLRequest", "RelayState", "SigAlg", "Signature"})
  void aParameterThatComesTwiceIsRefused(String name) {
    String good = signedQuery(query("SAMLRequest", new LogoutText().request(), "a"), Judge.KEY);
    refused(UnverifiedLogout.fromQuery(good + "&" + name + "=other"), ReasonCode.MALFORMED_BASE64);
    refused(UnverifiedLogout.fromQuery(name + "=other&" + good), ReasonCode.MALFORMED_BASE64);
  }

  @Test
  void aRequestAndAResponseAtOnceAreRefused() {
    String good = signedQuery(query("SAMLRequest", new LogoutText().request(), ""), Judge.KEY);
    refused(UnverifiedLogout.fromQuery(good + "&SAMLResponse=x"), ReasonCode.RESPONSE_MISSING);
  }

  @Test
  void sha1IsRefusedUnlessTheConnectionAllowsIt() {
    var signing = new Signing(Judge.KEY);
    signing.signatureMethod = Signing.Methods.RSA_SHA1;
    var posted = postedRequest(signed(new LogoutText().request(), signing));
    var redirected =
        UnverifiedLogout.fromQuery(
            signedQuery(
                query("SAMLRequest", new LogoutText().request(), ""),
                Judge.KEY,
                LogoutText.RSA_SHA1,
                "SHA1withRSA"));
    for (var message : List.of(posted, redirected)) {
      refused(message, ReasonCode.ALGORITHM_REFUSED);
      assertThat(judge(message, expecting(Policy.LEGACY, List.of(Judge.KEY))))
          .isInstanceOf(LogoutVerdict.Request.class);
    }
  }

  @Test
  void aMacWithThePublicKeyIsRefused() {
    String query =
        query("SAMLRequest", new LogoutText().request(), "")
            + "&SigAlg="
            + LogoutText.escaped("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")
            + "&Signature=AAAA";
    refused(UnverifiedLogout.fromQuery(query), ReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void aShortKeyIsRefused() {
    var weak = TestKey.rsa("weak", 1024);
    refused(
        UnverifiedLogout.fromQuery(
            signedQuery(query("SAMLRequest", new LogoutText().request(), ""), weak)),
        expecting(Policy.STRICT, List.of(weak)),
        ReasonCode.WEAK_KEY);
  }

  @Test
  void aChangeAfterSigningIsRefused() {
    String posted = signed(new LogoutText().request(), new Signing(Judge.KEY));
    refused(
        postedRequest(posted.replace(LogoutText.NAME_ID, "ceo@example.com")),
        ReasonCode.DIGEST_MISMATCH);
  }

  /** XSW: the signed request is moved into an extension of a forged one. */
  @Test
  void aRequestWrappedAroundASignedOneIsRefused() {
    for (boolean withSignature : List.of(true, false)) {
      var document = Xml.parse(signed(new LogoutText().request(), new Signing(Judge.KEY)));
      var original = document.getDocumentElement();
      var forged = (Element) original.cloneNode(true);
      forged.setAttribute("ID", "_evil");
      Xml.first(forged, Xml.SAML, "NameID").setTextContent("ceo@example.com");
      var signature = Xml.signatureOf(forged);
      var extensions = document.createElementNS(Xml.SAMLP, "samlp:Extensions");
      document.removeChild(original);
      document.appendChild(forged);
      if (withSignature) {
        forged.insertBefore(extensions, signature.getNextSibling());
        original.removeChild(Xml.signatureOf(original));
      } else {
        forged.replaceChild(extensions, signature);
      }
      var anything = document.createElementNS("urn:anything", "x:anything");
      extensions.appendChild(anything);
      anything.appendChild(original);
      String attack = Xml.write(document);
      assertThat(CarelessVerifier.accepts(attack, Judge.KEY)).isTrue();

      refused(
          postedRequest(attack),
          withSignature ? ReasonCode.SIGNATURE_REFERENCE : ReasonCode.SIGNATURE_POSITION);
    }
  }

  /**
   * KeyInfo leaves the message together with the signature before the digest is made, so anybody
   * may write into it without breaking the signature: here, a second signature for another reader.
   */
  @Test
  void aSecondSignatureWhereNothingIsSignedIsRefused() {
    var document = Xml.parse(signed(new LogoutText().request(), new Signing(Judge.KEY)));
    var signature = Xml.signatureOf(document.getDocumentElement());
    var present = signature.getElementsByTagNameNS(Xml.DS, "KeyInfo");
    while (present.getLength() > 0) {
      signature.removeChild(present.item(0));
    }
    var second = signature.cloneNode(true);
    var anything = document.createElementNS("urn:anything", "x:anything");
    var keyInfo = document.createElementNS(Xml.DS, signature.getPrefix() + ":KeyInfo");
    keyInfo.appendChild(anything);
    signature.appendChild(keyInfo);
    String harmless = Xml.write(document);
    anything.appendChild(second);
    String attack = Xml.write(document);

    assertThat(judge(postedRequest(harmless))).isInstanceOf(LogoutVerdict.Request.class);
    assertThat(CarelessVerifier.accepts(attack, Judge.KEY)).isTrue();
    refused(postedRequest(attack), ReasonCode.SIGNATURE_POSITION);
  }

  @Test
  void aSignatureWithinARedirectedMessageIsRefused() {
    String embedded = signed(new LogoutText().request(), new Signing(Judge.KEY));
    refused(
        UnverifiedLogout.fromQuery(signedQuery(query("SAMLRequest", embedded, ""), Judge.KEY)),
        ReasonCode.SIGNATURE_POSITION);
    // And it does not stand in for the one that is missing.
    refused(
        UnverifiedLogout.fromQuery(query("SAMLRequest", embedded, "")),
        ReasonCode.SIGNATURE_MISSING);
  }

  @Test
  void aSignInResponseIsNoLogout() {
    String response = new Signing(Judge.KEY).sign(new ResponseText().response(), true, true);
    refused(postedResponse(response), ReasonCode.NOT_A_RESPONSE);
    String request = signed(new LogoutText().request(), new Signing(Judge.KEY));
    refused(postedResponse(request), ReasonCode.NOT_A_RESPONSE);
  }

  @Test
  void aDeflatedBombIsNotUnpacked() {
    String bomb = "<a>" + "x".repeat(2_000_000) + "</a>";
    refused(
        UnverifiedLogout.fromQuery(signedQuery(query("SAMLRequest", bomb, ""), Judge.KEY)),
        ReasonCode.RESPONSE_TOO_LARGE);
    refused(
        UnverifiedLogout.fromQuery("SAMLRequest=" + "A".repeat(70_000)),
        ReasonCode.RESPONSE_TOO_LARGE);
  }

  @Test
  void aDoctypeIsRefused() {
    String xml = "<!DOCTYPE a [<!ENTITY e \"e\">]>" + new LogoutText().request();
    refused(
        UnverifiedLogout.fromQuery(signedQuery(query("SAMLRequest", xml, ""), Judge.KEY)),
        ReasonCode.DOCTYPE_FORBIDDEN);
  }

  @Test
  void anAnswerToAnotherRequestIsRefused() {
    var text = new LogoutText();
    text.inResponseTo = "_other";
    refused(
        postedResponse(signed(text.response(), new Signing(Judge.KEY))),
        ReasonCode.IN_RESPONSE_TO_MISMATCH);
  }

  @Test
  void anAnswerThatNobodyAskedForIsRefused() {
    var idle = expecting();
    var nothingSent =
        new LogoutExpectations(
            idle.sloUrl(),
            idle.idpEntityId(),
            idle.trusted(),
            idle.policy(),
            idle.decryptionKeys(),
            idle.skew(),
            Optional.empty());
    refused(
        postedResponse(signed(new LogoutText().response(), new Signing(Judge.KEY))),
        nothingSent,
        ReasonCode.UNSOLICITED);
  }
}
