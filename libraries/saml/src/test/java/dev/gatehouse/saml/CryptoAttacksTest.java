package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.expecting;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.HmacSigning;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;

/** Signatures that are not worth their name. */
class CryptoAttacksTest {

  private static final String EMPTY_SHA256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  private final ResponseText text = new ResponseText();

  private String signed(TestKey key, Consumer<Signing> how) {
    var signing = new Signing(key);
    how.accept(signing);
    return signing.sign(text.response(), true, false);
  }

  private String signed() {
    return signed(Judge.KEY, _ -> {});
  }

  @Test
  void anUnsignedResponseIsRefused() {
    rejected(judge(text.response()), ReasonCode.SIGNATURE_MISSING);
  }

  @Test
  void alteredContentIsRefused() {
    String xml =
        signed().replace(">alice@example.com</saml:NameID>", ">bob@example.com</saml:NameID>");
    rejected(judge(xml), ReasonCode.DIGEST_MISMATCH);
  }

  @Test
  void alteredContentOfASignedResponseIsRefused() {
    String xml = new Signing(Judge.KEY).sign(text.response(), false, true);
    rejected(judge(xml.replace(">Alice<", ">Mallory<")), ReasonCode.DIGEST_MISMATCH);
  }

  @Test
  void aGoodAssertionDoesNotExcuseABadResponseSignature() {
    String xml = new Signing(Judge.KEY).sign(text.response(), true, true);
    String other =
        xml.replace(
            "status:Success\"/>", "status:Success\"/><samlp:StatusMessage>x</samlp:StatusMessage>");
    rejected(judge(other), ReasonCode.DIGEST_MISMATCH);
  }

  @Test
  void anAttackersOwnCertificateInKeyInfoIsIgnored() {
    var rejected = rejected(judge(signed(Judge.ATTACKER, _ -> {})), ReasonCode.SIGNATURE_INVALID);
    assertThat(rejected.reasons().getFirst().received())
        .contains(Judge.ATTACKER.trusted().fingerprint());
    assertThat(rejected.reasons().getFirst().expected())
        .contains(Judge.KEY.trusted().fingerprint());
  }

  @Test
  void theRightCertificateInKeyInfoDoesNotHelpAnAttacker() {
    String xml = signed(Judge.ATTACKER, _ -> {});
    String certificate = Xml.first(Xml.parse(signed()), Xml.DS, "X509Certificate").getTextContent();
    var document = Xml.parse(xml);
    Xml.first(document, Xml.DS, "X509Certificate").setTextContent(certificate);
    rejected(judge(Xml.write(document)), ReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void noCertificateMeansNothingIsAccepted() {
    rejected(judge(signed(), expecting().trusted(List.of())), ReasonCode.NO_TRUSTED_KEY);
  }

  @Test
  void anHmacWithThePublicKeyIsRefused() {
    String xml = HmacSigning.signWithPublicKey(text.response(), Judge.KEY);
    rejected(judge(xml), ReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void sha1IsRefusedUnlessTheConnectionIsLegacy() {
    String xml =
        signed(
            Judge.KEY,
            s -> {
              s.signatureMethod = Signing.Methods.RSA_SHA1;
              s.digestMethod = DigestMethod.SHA1;
            });
    rejected(judge(xml), ReasonCode.ALGORITHM_REFUSED);
    accepted(judge(xml, expecting().policy(Policy.LEGACY)));
  }

  @Test
  void aSha1DigestAloneIsRefused() {
    String xml = signed(Judge.KEY, s -> s.digestMethod = DigestMethod.SHA1);
    rejected(judge(xml), ReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void aShortRsaKeyIsRefusedUnlessTheConnectionIsLegacy() {
    var small = TestKey.rsa("small", 1024);
    String xml = signed(small, _ -> {});
    var trusted = List.of(small.trusted());
    rejected(judge(xml, expecting().trusted(trusted)), ReasonCode.WEAK_KEY);
    rejected(
        judge(xml, expecting().trusted(List.of(Judge.KEY.trusted(), small.trusted()))),
        ReasonCode.WEAK_KEY);
    accepted(judge(xml, expecting().trusted(trusted).policy(Policy.LEGACY)));
  }

  @Test
  void aTinyRsaKeyIsAlwaysRefused() {
    var tiny = TestKey.rsa("tiny", 768);
    var expected = expecting().trusted(List.of(tiny.trusted())).policy(Policy.LEGACY);
    rejected(judge(signed(tiny, _ -> {}), expected), ReasonCode.WEAK_KEY);
  }

  @Test
  void ellipticCurvesAreAccepted() {
    for (int bits : List.of(256, 384, 521)) {
      var key = TestKey.ec("ec", bits);
      accepted(judge(signed(key, _ -> {}), expecting().trusted(List.of(key.trusted()))));
    }
  }

  @Test
  void anyOfSeveralKeysWillDo() {
    var trusted =
        List.of(
            TestKey.rsa("old").trusted(), TestKey.ec("other", 256).trusted(), Judge.KEY.trusted());
    accepted(judge(signed(), expecting().trusted(trusted)));
  }

  @Test
  void anExpiredCertificateStillNamesATrustedKey() {
    var expired = TestKey.expired("expired");
    accepted(judge(signed(expired, _ -> {}), expecting().trusted(List.of(expired.trusted()))));
  }

  @Test
  void inclusiveCanonicalizationIsRefused() {
    String xml =
        signed(
            Judge.KEY,
            s -> s.transforms = List.of(Transform.ENVELOPED, CanonicalizationMethod.INCLUSIVE));
    rejected(judge(xml), ReasonCode.ALGORITHM_REFUSED);
    rejected(
        judge(signed(Judge.KEY, s -> s.canonicalization = CanonicalizationMethod.INCLUSIVE)),
        ReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void canonicalizationThatKeepsCommentsIsRefused() {
    String with = CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS;
    rejected(
        judge(signed(Judge.KEY, s -> s.transforms = List.of(Transform.ENVELOPED, with))),
        ReasonCode.ALGORITHM_REFUSED);
    rejected(
        judge(signed(Judge.KEY, s -> s.canonicalization = with)), ReasonCode.ALGORITHM_REFUSED);
  }

  @Test
  void aPrefixListThatWouldBeSearchedForEverIsRefused() {
    var prefixes = IntStream.range(0, 500).mapToObj(i -> "p" + i).toList();
    rejected(judge(signed(Judge.KEY, s -> s.prefixes = prefixes)), ReasonCode.SIGNATURE_MALFORMED);
  }

  @Test
  void moreTransformsThanTwoAreRefused() {
    String c14n = CanonicalizationMethod.EXCLUSIVE;
    String xml = signed(Judge.KEY, s -> s.transforms = List.of(Transform.ENVELOPED, c14n, c14n));
    rejected(judge(xml), ReasonCode.SIGNATURE_MALFORMED);
  }

  @Test
  void xsltAndXPathTransformsAreRefused() {
    for (String transform : List.of(Transform.XSLT, Transform.XPATH, Transform.XPATH2)) {
      String xml =
          signed()
              .replace(
                  "Transform Algorithm=\"" + CanonicalizationMethod.EXCLUSIVE,
                  "Transform Algorithm=\"" + transform);
      rejected(judge(xml), ReasonCode.ALGORITHM_REFUSED);
    }
  }

  @Test
  void theDigestOfNothingIsRefused() {
    String digest = Xml.first(Xml.parse(signed()), Xml.DS, "DigestValue").getTextContent();
    assertThat(judge(signed().replace(digest, EMPTY_SHA256)))
        .isInstanceOf(SamlVerdict.Rejected.class);
  }

  @Test
  void aSignatureOfTheWholeDocumentByEmptyReferenceIsRefused() {
    rejected(
        judge(signed().replace("URI=\"#_assertion1\"", "URI=\"\"")),
        ReasonCode.SIGNATURE_REFERENCE);
  }

  @Test
  void anXPointerReferenceIsRefused() {
    rejected(
        judge(signed().replace("\"#_assertion1\"", "\"#xpointer(id('_assertion1'))\"")),
        ReasonCode.SIGNATURE_REFERENCE);
  }

  @Test
  void twoReferencesAreRefused() {
    var document = Xml.parse(signed());
    var reference = Xml.first(document, Xml.DS, "Reference");
    reference.getParentNode().appendChild(reference.cloneNode(true));
    rejected(judge(Xml.write(document)), ReasonCode.SIGNATURE_MALFORMED);
  }

  @Test
  void twoSignaturesInOneElementAreRefused() {
    var document = Xml.parse(signed());
    var signature = Xml.first(document, Xml.DS, "Signature");
    signature.getParentNode().insertBefore(signature.cloneNode(true), signature);
    rejected(judge(Xml.write(document)), ReasonCode.NOT_SCHEMA_VALID);
  }

  @Test
  void aSignatureElsewhereIsRefused() {
    text.extensions =
        "<samlp:Extensions>"
            + Xml.write(Xml.first(Xml.parse(signed()), Xml.DS, "Signature"))
            + "</samlp:Extensions>";
    rejected(judge(signed()), ReasonCode.SIGNATURE_POSITION);
  }

  @Test
  void anotherConnectionsKeyIsNotThisOnes() {
    var other = TestKey.rsa("other tenant");
    rejected(
        judge(signed(), expecting().trusted(List.of(other.trusted()))),
        ReasonCode.SIGNATURE_INVALID);
  }
}
