package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.describe;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.CarelessVerifier;
import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.Wrapping;
import dev.gatehouse.saml.fixtures.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Attack: a validly signed part is moved to where the verifier finds it, and a forged one put where
 * the reader looks.
 */
class SignatureWrappingTest {

  /** The places a message may be signed in. */
  private enum Style {
    ASSERTION(true, false),
    RESPONSE(false, true),
    BOTH(true, true);

    private final boolean assertion;
    private final boolean response;

    Style(boolean assertion, boolean response) {
      this.assertion = assertion;
      this.response = response;
    }

    String signed() {
      return new Signing(Judge.KEY).sign(new ResponseText().response(), assertion, response);
    }
  }

  @TestFactory
  Stream<DynamicTest> rejectsEveryWrappingOfASignedResponse() {
    var tests = new ArrayList<DynamicTest>();
    Wrapping.ofSignedResponses()
        .forEach((name, attack) -> {
          tests.addAll(variants(name, attack, Style.RESPONSE));
          tests.addAll(variants(name, attack, Style.BOTH));
        });
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> rejectsEveryWrappingOfASignedAssertion() {
    var tests = new ArrayList<DynamicTest>();
    Wrapping.ofSignedAssertions()
        .forEach((name, attack) -> {
          tests.addAll(variants(name, attack, Style.ASSERTION));
          tests.addAll(variants(name, attack, Style.BOTH));
        });
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> rejectsEveryWrappingThatIsEncryptedAfterwards() {
    return Wrapping.ofSignedAssertions().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey() + ", encrypted", () -> rejectsEncrypted(entry.getValue())));
  }

  private static void rejectsEncrypted(BiConsumer<Document, Boolean> attack) {
    Document document = Xml.parse(Style.ASSERTION.signed());
    attack.accept(document, false);
    assertThat(CarelessVerifier.accepts(Xml.write(document), Judge.KEY)).isTrue();
    var root = document.getDocumentElement();
    for (Node node = root.getLastChild(); node != null; ) {
      Node previous = node.getPreviousSibling();
      if ("Assertion".equals(node.getLocalName())) {
        String encrypted =
            new Encrypting(Judge.OURS).element("EncryptedAssertion", Xml.write(node));
        var container = document.importNode(Xml.parse(encrypted).getDocumentElement(), true);
        root.replaceChild(container, node);
      }
      node = previous;
    }
    var expected = Judge.expecting().decryptionKeys(List.of(Judge.OURS.privateKey()));
    var verdict = judge(Xml.write(document), expected);
    assertThat(verdict).as(describe(verdict)).isInstanceOf(SamlVerdict.Rejected.class);
    assertThat(((SamlVerdict.Rejected) verdict).seen()).isEmpty();
  }

  private static List<DynamicTest> variants(
      String name, BiConsumer<Document, Boolean> attack, Style style) {
    return Stream.of(false, true)
        .map(sameId ->
            DynamicTest.dynamicTest(
                name + ", " + style + (sameId ? ", same ID" : ", new ID"),
                () -> rejects(attack, style, sameId)))
        .toList();
  }

  private static void rejects(BiConsumer<Document, Boolean> attack, Style style, boolean sameId) {
    Document document = Xml.parse(style.signed());
    attack.accept(document, sameId);
    String xml = Xml.write(document);

    assertThat(xml).contains("_assertion1");
    assertThat(CarelessVerifier.accepts(xml, Judge.KEY))
        .as("still carries a valid signature")
        .isTrue();
    var verdict = judge(xml);
    assertThat(verdict).as(describe(verdict)).isInstanceOf(SamlVerdict.Rejected.class);
    assertThat(((SamlVerdict.Rejected) verdict).seen()).isEmpty();
  }
}
