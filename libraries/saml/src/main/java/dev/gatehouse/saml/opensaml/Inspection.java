package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Elements.is;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One walk over a whole document that refuses what two readers could see differently, and notes
 * where assertions and signatures stand.
 */
final class Inspection {

  private static final int MOST_ELEMENTS = 20_000;
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private final Set<String> ids = new HashSet<>();
  private final List<Element> assertions = new ArrayList<>();
  private final List<Element> signatures = new ArrayList<>();
  private int elements;

  private Inspection() {}

  static Inspection of(Document document) throws Refusal {
    var inspection = new Inspection();
    for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element root) {
        inspection.element(root, false, false);
      } else {
        refuseUnlessPlain(node);
      }
    }
    return inspection;
  }

  /** Assertions, plain or encrypted, wherever they stand, except inside Advice. */
  List<Element> assertions() {
    return assertions;
  }

  /** Signatures wherever they stand, except inside Advice. */
  List<Element> signatures() {
    return signatures;
  }

  private void element(Element element, boolean advice, boolean signature) throws Refusal {
    if (++elements > MOST_ELEMENTS) {
      throw refused(CheckName.XML, ReasonCode.TOO_COMPLEX, "more elements");
    }
    attributes(element);
    boolean isSignature = is(element, Names.SIGNATURE, "Signature");
    if (!advice) {
      if (isSignature) {
        signatures.add(element);
      } else if (is(element, Names.ASSERTION, "Assertion")
          || is(element, Names.ASSERTION, "EncryptedAssertion")) {
        assertions.add(element);
      }
    }
    content(element, advice || isAdvice(element), signature || isSignature);
  }

  private void content(Element element, boolean advice, boolean signature) throws Refusal {
    boolean commented = false;
    boolean markup = false;
    boolean text = false;
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        markup = true;
        element(child, advice, signature);
      } else {
        refuseUnlessPlain(node);
        commented |= node.getNodeType() == Node.COMMENT_NODE;
        text |=
            node.getNodeType() != Node.COMMENT_NODE
                && !Elements.trimmed(node.getNodeValue()).isEmpty();
      }
    }
    if (commented && (text || !markup || signature)) {
      throw refused(CheckName.XML, ReasonCode.COMMENT_FORBIDDEN, element.getNodeName());
    }
  }

  private static void refuseUnlessPlain(Node node) throws Refusal {
    switch (node.getNodeType()) {
      case Node.TEXT_NODE, Node.CDATA_SECTION_NODE, Node.COMMENT_NODE -> {}
      case Node.PROCESSING_INSTRUCTION_NODE ->
          throw refused(
              CheckName.XML, ReasonCode.PROCESSING_INSTRUCTION_FORBIDDEN, node.getNodeName());
      default -> throw refused(CheckName.XML, ReasonCode.MALFORMED_XML, node.getNodeName());
    }
  }

  // Only the Advice of the one assertion of the response counts (Core 2.6.1); it is never read.
  private static boolean isAdvice(Element element) {
    Node parent = element.getParentNode();
    return is(element, Names.ASSERTION, "Advice")
        && is(parent, Names.ASSERTION, "Assertion")
        && (is(parent.getParentNode(), Names.PROTOCOL, "Response")
            || parent.getParentNode() instanceof Document);
  }

  private void attributes(Element element) throws Refusal {
    var attributes = element.getAttributes();
    int idsHere = 0;
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = (Attr) attributes.item(i);
      if (XMLNS.equals(attribute.getNamespaceURI())) {
        namespace(attribute.getValue());
      } else if (attribute.getLocalName().toLowerCase(Locale.ROOT).equals("id")) {
        // Attribute pollution: an element with two ids is two elements to two readers.
        idsHere++;
        if (attribute.getNamespaceURI() != null || idsHere > 1 || !ids.add(attribute.getValue())) {
          throw refused(
              CheckName.SCHEMA,
              ReasonCode.DUPLICATE_ID,
              attribute.getName() + "=" + attribute.getValue());
        }
      }
    }
  }

  // Canonicalization of a relative namespace fails, and a failure must not pass for an empty text.
  private static void namespace(String uri) throws Refusal {
    int colon = uri.indexOf(':');
    boolean absolute = colon > 0 && Character.isLetter(uri.charAt(0)) && uri.indexOf('/') != 0;
    for (int i = 1; absolute && i < colon; i++) {
      char c = uri.charAt(i);
      absolute = Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }
    if (!uri.isEmpty() && !absolute) {
      throw refused(CheckName.XML, ReasonCode.NAMESPACE_REFUSED, uri);
    }
  }

  private static Refusal refused(CheckName check, ReasonCode code, String received) {
    return Refusal.of(check, code, "", received);
  }
}
