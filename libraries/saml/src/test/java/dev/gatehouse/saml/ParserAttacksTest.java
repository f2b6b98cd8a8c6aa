package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.judge;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.Xml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that two readers see differently, or that cost more to read than to write. */
class ParserAttacksTest {

  private final ResponseText text = new ResponseText();
  private final Signing signing = new Signing(Judge.KEY);

  private String signed() {
    return signing.sign(text.response(), true, false);
  }

  @Test
  void commentTruncationInTheNameIdIsRefused() {
    text.nameId = "admin@example.com.evil.example";
    String xml = signed().replace("admin@example.com.evil", "admin@example.com<!-- -->.evil");
    rejected(judge(xml), ReasonCode.COMMENT_FORBIDDEN);
  }

  @Test
  void commentTruncationInAnAttributeIsRefused() {
    String xml = signed().replace(">Alice<", ">Al<!---->ice<");
    rejected(judge(xml), ReasonCode.COMMENT_FORBIDDEN);
  }

  @Test
  void aCommentInTheDigestValueIsRefused() {
    String xml = signed().replace("<ds:DigestValue>", "<ds:DigestValue><!--AAAA-->");
    rejected(judge(xml), ReasonCode.COMMENT_FORBIDDEN);
  }

  @Test
  void aCommentInTheSignatureIsRefused() {
    String xml = signed().replace("<ds:SignedInfo>", "<ds:SignedInfo><!-- -->");
    rejected(judge(xml), ReasonCode.COMMENT_FORBIDDEN);
  }

  @Test
  void aHarmlessCommentBetweenElementsIsIgnored() {
    String xml = signed().replace("<samlp:Status>", "<!-- fine --><samlp:Status>");
    Judge.accepted(judge(xml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?p not-an-?>admin", "admin<?x?>", "<?xml-stylesheet href='x'?>admin"})
  void aProcessingInstructionIsRefused(String nameId) {
    String xml =
        signed().replace(">alice@example.com</saml:NameID>", ">" + nameId + "</saml:NameID>");
    rejected(judge(xml), ReasonCode.PROCESSING_INSTRUCTION_FORBIDDEN);
  }

  @Test
  void aProcessingInstructionBesideTheRootIsRefused() {
    rejected(judge("<?p?>" + signed()), ReasonCode.PROCESSING_INSTRUCTION_FORBIDDEN);
    rejected(
        judge("<?xml-stylesheet href='x'?>" + signed()),
        ReasonCode.PROCESSING_INSTRUCTION_FORBIDDEN);
    rejected(judge(signed() + "<?p?>"), ReasonCode.PROCESSING_INSTRUCTION_FORBIDDEN);
  }

  @Test
  void externalEntitiesAreRefused() {
    String xml =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + signed().replace(">Alice<", ">&x;<");
    rejected(judge(xml), ReasonCode.DOCTYPE_FORBIDDEN);
  }

  @Test
  @Timeout(5)
  void entityExpansionIsRefused() {
    var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    rejected(judge(bomb + "]>" + signed()), ReasonCode.DOCTYPE_FORBIDDEN);
  }

  @Test
  void aDoctypeInAnotherEncodingIsRefused() {
    byte[] utf16 = ("<!DOCTYPE r []>" + signed()).getBytes(StandardCharsets.UTF_16);
    rejected(judge(utf16, Judge.expecting()), ReasonCode.ENCODING_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-7", "ISO-8859-1", "IBM037"})
  void anEncodingSwitchIsRefused(String encoding) {
    String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + signed();
    rejected(judge(xml), ReasonCode.ENCODING_REFUSED);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] xml = signed().replace(">Alice<", ">Al\u00eece<").getBytes(StandardCharsets.ISO_8859_1);
    rejected(judge(xml, Judge.expecting()), ReasonCode.MALFORMED_XML);
  }

  @Test
  void xmlOneDotOneIsRefused() {
    rejected(judge("<?xml version=\"1.1\"?>" + signed()), ReasonCode.MALFORMED_XML);
  }

  @Test
  void aByteOrderMarkAndADeclarationAreFine() {
    Judge.accepted(judge("\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + signed()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<r/>", "<saml:Evil/>", "text", "</samlp:Response>"})
  void aSecondRootOrAnUnboundPrefixIsRefused(String more) {
    rejected(judge(signed() + more), ReasonCode.MALFORMED_XML);
  }

  @Test
  void anUnboundPrefixInsideIsRefused() {
    rejected(judge(signed().replace(">Alice<", "><evil:x/><")), ReasonCode.MALFORMED_XML);
  }

  @Test
  void aSchemaLocationIsNeverFollowed() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(200);
      text.extensions =
          "<samlp:Extensions><x:y xmlns:x=\"urn:x\""
              + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
              + " xsi:schemaLocation=\"urn:x http://127.0.0.1:"
              + server.getLocalPort()
              + "/x.xsd\"/></samlp:Extensions>";
      Judge.accepted(judge(signed()));
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anAssertionOfAnotherVersionIsRefused() {
    String xml =
        text.response().replace("_assertion1\" Version=\"2.0\"", "_assertion1\" Version=\"1.1\"");
    rejected(judge(signing.sign(xml, true, false)), ReasonCode.NOT_SCHEMA_VALID);
  }

  @Test
  void aCdataSectionIsText() {
    String xml =
        text.response()
            .replace(
                ">alice@example.com</saml:NameID>", "><![CDATA[alice]]>@example.com</saml:NameID>");
    var accepted = Judge.accepted(judge(signing.sign(xml, true, false)));
    assertThat(accepted.subject().nameId()).contains("alice@example.com");
  }

  @Test
  void aRelativeNamespaceIsRefused() {
    text.advice = "<saml:Advice><x:y xmlns:x=\"relative/uri\"/></saml:Advice>";
    rejected(judge(text.response()), ReasonCode.NAMESPACE_REFUSED);
  }

  @Test
  void anElementWithTwoIdsIsRefused() {
    text.extensions =
        "<samlp:Extensions><x:y xmlns:x=\"urn:x\" id=\"a\" ID=\"b\"/></samlp:Extensions>";
    rejected(judge(signed()), ReasonCode.DUPLICATE_ID);
  }

  @Test
  void anIdInANamespaceIsRefused() {
    text.extensions =
        "<samlp:Extensions><x:y xmlns:x=\"urn:x\" xml:id=\"_assertion1\"/></samlp:Extensions>";
    rejected(judge(signed()), ReasonCode.DUPLICATE_ID);
  }

  @Test
  void twoElementsWithOneIdAreRefused() {
    text.responseId = text.assertionId;
    rejected(judge(text.response()), ReasonCode.DUPLICATE_ID);
  }

  @Test
  void namespaceConfusionOfTheSignatureIsRefused() {
    String xml = signed().replace(Xml.DS, "http://www.w3.org/2000/09/xmldsig");
    assertThat(judge(xml)).isInstanceOf(SamlVerdict.Rejected.class);
  }

  @Test
  void markupInsideTheNameIdIsRefused() {
    text.nameId = "alice<saml:x xmlns:saml=\"urn:x\">@evil.example</saml:x>";
    rejected(judge(signed()), ReasonCode.NOT_SCHEMA_VALID);
  }

  @Test
  void textBesideMarkupInAnAttributeIsRefused() {
    text.moreAttributes =
        "<saml:Attribute Name=\"x\"><saml:AttributeValue>a<b xmlns=\"urn:b\">c</b>"
            + "</saml:AttributeValue></saml:Attribute>";
    rejected(judge(signed()), ReasonCode.VALUE_AMBIGUOUS);
  }

  @Test
  @Timeout(5)
  void deepNestingIsRefused() {
    String deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
    rejected(judge(deep), ReasonCode.TOO_COMPLEX);
  }

  @Test
  @Timeout(5)
  void manyXmlAttributesAreRefused() {
    var many = new StringBuilder("<a");
    for (int i = 0; i < 20_000; i++) {
      many.append(" a").append(i).append("=''");
    }
    rejected(judge(many + "/>"), ReasonCode.TOO_COMPLEX);
  }

  @Test
  @Timeout(5)
  void manyElementsAreRefused() {
    text.extensions =
        "<samlp:Extensions>" + "<a xmlns=\"a:\"/>".repeat(25_000) + "</samlp:Extensions>";
    rejected(judge(text.response()), ReasonCode.TOO_COMPLEX);
  }

  @Test
  @Timeout(5)
  void manyCommentsCostNothing() {
    String xml = "<a>" + "<!---->".repeat(70_000) + "</a>";
    rejected(judge(xml), ReasonCode.COMMENT_FORBIDDEN);
  }

  @Test
  void anEnormousResponseIsRefusedUnread() {
    byte[] large = new byte[11 * 1024 * 1024];
    Arrays.fill(large, (byte) ' ');
    rejected(judge(large, Judge.expecting()), ReasonCode.RESPONSE_TOO_LARGE);
    var form = UnverifiedResponse.fromForm("A".repeat(11 * 1024 * 1024));
    rejected(
        Judge.SAML.judge(form, Judge.expecting().build(), ResponseText.NOW),
        ReasonCode.RESPONSE_TOO_LARGE);
  }

  @Test
  void aLargeButReasonableResponseIsJudgedInTime() {
    for (int i = 0; i < 2_000; i++) {
      text.attributes.put("group-" + i, java.util.List.of("value-" + i));
    }
    String xml = signed();
    Judge.accepted(judge(xml));
    long start = System.nanoTime();
    Judge.accepted(judge(xml));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "%%%", "PHNhbWw", "<xml", "nVJNb9swDP0rhu6OZadZEyEukDUYFqDbgibb"})
  void whatIsNoResponseIsRefused(String form) {
    var verdict =
        Judge.SAML.judge(
            UnverifiedResponse.fromForm(form), Judge.expecting().build(), ResponseText.NOW);
    assertThat(verdict).isInstanceOf(SamlVerdict.Rejected.class);
  }

  @Test
  void anEmptyOrBrokenFormFieldIsNamedAsSuch() {
    var expected = Judge.expecting().build();
    rejected(
        Judge.SAML.judge(UnverifiedResponse.fromForm(""), expected, ResponseText.NOW),
        ReasonCode.RESPONSE_MISSING);
    rejected(
        Judge.SAML.judge(UnverifiedResponse.fromForm("PHNh!"), expected, ResponseText.NOW),
        ReasonCode.MALFORMED_BASE64);
  }

  @Test
  void otherSamlMessagesAreNotResponses() {
    String request = signed().replace("samlp:Response", "samlp:ArtifactResponse");
    rejected(judge(request), ReasonCode.NOT_A_RESPONSE);
    rejected(judge(text.assertion()), ReasonCode.NOT_A_RESPONSE);
    String version =
        signed().replace("_response1\" Version=\"2.0\"", "_response1\" Version=\"2.1\"");
    assertThat(judge(version.replaceFirst("Version=\"2.0\"", "Version=\"2.1\"")))
        .isInstanceOf(SamlVerdict.Rejected.class);
  }

  @Test
  void noAssertionOrTwoAreRefused() {
    rejected(judge(text.response("")), ReasonCode.ASSERTION_COUNT);
    String second = text.assertion().replace("_assertion1", "_assertion2");
    rejected(judge(text.response(text.assertion() + second)), ReasonCode.ASSERTION_COUNT);
  }
}
