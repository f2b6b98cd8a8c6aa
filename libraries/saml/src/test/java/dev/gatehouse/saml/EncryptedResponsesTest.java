package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Encrypting.KeyPlace;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncryptedResponsesTest {

  private final ResponseText text = new ResponseText();
  private final Signing signing = new Signing(Judge.KEY);
  private final Encrypting encrypting = new Encrypting(Judge.OURS);

  private static Expectations.Builder expecting() {
    return Judge.expecting().decryptionKeys(List.of(Judge.OURS.privateKey()));
  }

  private String signedAssertion() {
    var document = Xml.parse(text.assertion());
    signing.sign(document.getDocumentElement());
    return Xml.write(document);
  }

  private String encrypted(String assertion) {
    return text.response(encrypting.element("EncryptedAssertion", assertion));
  }

  private String responseSigned(String xml) {
    return signing.sign(xml, false, true);
  }

  @Test
  void acceptsAnAssertionSignedAndThenEncrypted() {
    var accepted = accepted(judge(encrypted(signedAssertion()), expecting()));
    assertThat(accepted.subject().nameId()).contains("alice@example.com");
  }

  @Test
  void acceptsAnUnsignedAssertionEncryptedInsideASignedResponse() {
    accepted(judge(responseSigned(encrypted(text.assertion())), expecting()));
  }

  @Test
  void acceptsASignedAssertionEncryptedInsideASignedResponse() {
    accepted(judge(responseSigned(encrypted(signedAssertion())), expecting()));
  }

  @Test
  void acceptsEveryPlaceOfTheKey() {
    for (var place : KeyPlace.values()) {
      encrypting.place = place;
      accepted(judge(encrypted(signedAssertion()), expecting()));
    }
  }

  @Test
  void acceptsNewerKeyTransportAndShorterKeys() {
    encrypting.keyAlgorithm = Encrypting.OAEP_11;
    encrypting.dataAlgorithm = Encrypting.GCM_128;
    accepted(judge(encrypted(signedAssertion()), expecting()));
  }

  @Test
  void triesEveryKeyOfOurs() {
    var keys = List.of(TestKey.rsa("sp next").privateKey(), Judge.OURS.privateKey());
    accepted(judge(encrypted(signedAssertion()), Judge.expecting().decryptionKeys(keys)));
  }

  @Test
  void acceptsAFragmentThatLeavesItsPrefixesToTheSurroundings() {
    String fragment =
        text.assertion().replace(" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"", "");
    accepted(judge(responseSigned(encrypted(fragment)), expecting()));
  }

  @Test
  void acceptsAFragmentThatLeavesThePrefixOfItsTypesToTheSurroundings() {
    String declaration = " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";
    String fragment = signedAssertion().replace(declaration, "");
    String xml = encrypted(fragment).replace("<samlp:Response", "<samlp:Response" + declaration);
    accepted(judge(xml, expecting()));
  }

  @Test
  void acceptsAnXmlDeclarationBeforeAFragment() {
    String fragment =
        text.assertion().replace(" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"", "");
    String xml = encrypted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + fragment);
    accepted(judge(responseSigned(xml), expecting()));
  }

  @Test
  void acceptsARetrievalMethodThatLeavesItsTypeOut() {
    encrypting.place = KeyPlace.BESIDE_WITH_RETRIEVAL_METHOD;
    String type = "RetrievalMethod Type=\"http://www.w3.org/2001/04/xmlenc#EncryptedKey\"";
    String xml = encrypted(signedAssertion());
    accepted(judge(xml.replace(type, "RetrievalMethod"), expecting()));
    rejected(
        judge(xml.replace(type, "RetrievalMethod Type=\"urn:other\""), expecting()),
        ReasonCode.ENCRYPTION_REFUSED);
  }

  @Test
  void encryptedButUnsignedIsRefused() {
    rejected(judge(encrypted(text.assertion()), expecting()), ReasonCode.ENCRYPTED_UNSIGNED);
  }

  @Test
  void encryptedWithAnAttackersSignatureIsRefused() {
    var document = Xml.parse(text.assertion());
    new Signing(Judge.ATTACKER).sign(document.getDocumentElement());
    rejected(judge(encrypted(Xml.write(document)), expecting()), ReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void alteredAfterSigningAndThenEncryptedIsRefused() {
    String altered = signedAssertion().replace(">Alice<", ">Mallory<");
    rejected(judge(encrypted(altered), expecting()), ReasonCode.DIGEST_MISMATCH);
    rejected(judge(responseSigned(encrypted(altered)), expecting()), ReasonCode.DIGEST_MISMATCH);
  }

  @Test
  void malleableEncryptionIsRefusedOutsideASignedResponse() {
    encrypting.dataAlgorithm = Encrypting.CBC;
    rejected(
        judge(encrypted(signedAssertion()), expecting()), ReasonCode.ENCRYPTION_ALGORITHM_REFUSED);
    accepted(judge(responseSigned(encrypted(text.assertion())), expecting()));
  }

  @Test
  void theOldRsaPaddingIsRefused() {
    encrypting.keyAlgorithm = Encrypting.RSA_15;
    rejected(
        judge(responseSigned(encrypted(signedAssertion())), expecting()),
        ReasonCode.ENCRYPTION_ALGORITHM_REFUSED);
  }

  @Test
  void anotherRecipientsMessageAndADamagedOneLookTheSame() {
    String forOther =
        text.response(
            new Encrypting(TestKey.rsa("another sp"))
                .element("EncryptedAssertion", signedAssertion()));
    String good = encrypted(signedAssertion());
    int value = good.lastIndexOf("<xenc:CipherValue>") + "<xenc:CipherValue>".length();
    String damaged = good.substring(0, value) + "AAAA" + good.substring(value + 4);
    var first = rejected(judge(forOther, expecting()), ReasonCode.DECRYPTION_FAILED);
    var second = rejected(judge(damaged, expecting()), ReasonCode.DECRYPTION_FAILED);
    assertThat(first).isEqualTo(second);
  }

  @Test
  void whatIsNoAssertionInsideIsRefused() {
    rejected(judge(encrypted("<r/>"), expecting()), ReasonCode.ASSERTION_COUNT);
    rejected(judge(encrypted("no XML"), expecting()), ReasonCode.DECRYPTION_FAILED);
    rejected(
        judge(encrypted("<!DOCTYPE a []>" + text.assertion()), expecting()),
        ReasonCode.DOCTYPE_FORBIDDEN);
    rejected(
        judge(encrypted("<?p?>" + signedAssertion()), expecting()),
        ReasonCode.PROCESSING_INSTRUCTION_FORBIDDEN);
  }

  @Test
  void aCipherReferenceIsRefusedUnread() {
    encrypting.moreInCipherData = "<xenc:CipherReference URI=\"http://127.0.0.1:1/x\"/>";
    rejected(
        judge(responseSigned(encrypted(signedAssertion())), expecting()),
        ReasonCode.ENCRYPTION_REFUSED);
  }

  @Test
  void aCipherReferenceWithAStylesheetIsRefusedUnread() {
    encrypting.moreInCipherData =
        "<xenc:CipherReference URI=\"\"><xenc:Transforms><ds:Transform xmlns:ds=\""
            + Xml.DS
            + "\" Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>"
            + "</xenc:Transforms></xenc:CipherReference>";
    rejected(
        judge(responseSigned(encrypted(signedAssertion())), expecting()),
        ReasonCode.ENCRYPTION_REFUSED);
  }

  @Test
  void aRetrievalMethodThatPointsElsewhereIsRefused() {
    encrypting.place = KeyPlace.BESIDE_WITH_RETRIEVAL_METHOD;
    for (String uri : List.of("http://127.0.0.1:1/key", "#_elsewhere", "", "file:///etc/passwd")) {
      encrypting.retrieval = uri;
      rejected(judge(encrypted(signedAssertion()), expecting()), ReasonCode.ENCRYPTION_REFUSED);
    }
  }

  @Test
  void aPlainAssertionBesideAnEncryptedOneIsRefused() {
    String both =
        text.response(
            text.assertion() + encrypting.element("EncryptedAssertion", signedAssertion()));
    rejected(judge(both, expecting()), ReasonCode.ASSERTION_COUNT);
  }

  @Test
  void wrappingInsideTheEncryptedPartIsRefused() {
    var document = Xml.parse(signedAssertion());
    var signed = document.getDocumentElement();
    var original = signed.cloneNode(true);
    original.removeChild(Xml.signatureOf((org.w3c.dom.Element) original));
    signed.setAttribute("ID", "_evil");
    Xml.first(signed, Xml.SAML, "NameID").setTextContent("mallory@example.com");
    Xml.signatureOf(signed)
        .appendChild(document.createElementNS(Xml.DS, "ds:Object"))
        .appendChild(original);
    rejected(judge(encrypted(Xml.write(document)), expecting()), ReasonCode.ASSERTION_COUNT);
  }

  @Test
  void readsAnEncryptedNameId() {
    text.subjectName = Optional.of(encrypting.element("EncryptedID", nameId()));
    var accepted = accepted(judge(signing.sign(text.response(), true, false), expecting()));
    assertThat(accepted.subject().nameId()).contains("alice@example.com");
    assertThat(accepted.subject().nameIdFormat()).contains(ResponseText.EMAIL_FORMAT);
  }

  @Test
  void readsAnEncryptedAttribute() {
    text.moreAttributes =
        encrypting.element(
            "EncryptedAttribute",
            "<saml:Attribute xmlns:saml=\"%s\" Name=\"secret\"><saml:AttributeValue>42</saml:AttributeValue></saml:Attribute>"
                .formatted(Xml.SAML));
    var accepted = accepted(judge(signing.sign(text.response(), true, false), expecting()));
    assertThat(accepted.subject().attributes()).containsEntry("secret", List.of("42"));
  }

  @Test
  void refusesANameIdEncryptedToSomebodyElse() {
    text.subjectName =
        Optional.of(new Encrypting(TestKey.rsa("another sp")).element("EncryptedID", nameId()));
    rejected(
        judge(signing.sign(text.response(), true, false), expecting()),
        ReasonCode.DECRYPTION_FAILED);
  }

  private String nameId() {
    return text.nameIdElement()
        .replace("<saml:NameID ", "<saml:NameID xmlns:saml=\"" + Xml.SAML + "\" ");
  }
}
