package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a DOM by position: direct children and whole text, never a search. */
final class Elements {

  private Elements() {}

  static boolean is(@Nullable Node node, String namespace, String name) {
    return node instanceof Element element
        && name.equals(element.getLocalName())
        && namespace.equals(element.getNamespaceURI());
  }

  static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  static List<Element> children(Element parent, String namespace, String name) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (is(node, namespace, name)) {
        found.add((Element) node);
      }
    }
    return found;
  }

  static Optional<Element> child(Element parent, String namespace, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (is(node, namespace, name)) {
        return Optional.of((Element) node);
      }
    }
    return Optional.empty();
  }

  /** An attribute without namespace, as it stands. */
  static Optional<String> attribute(Element element, String name) {
    return element.hasAttributeNS(null, name)
        ? Optional.of(element.getAttributeNS(null, name))
        : Optional.empty();
  }

  /** All text of an element that may hold nothing else, without the white space around it. */
  static String text(Element element) throws Refusal {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() != Node.TEXT_NODE && node.getNodeType() != Node.CDATA_SECTION_NODE) {
        throw Refusal.of(
            CheckName.SIGNED_VALUES,
            ReasonCode.VALUE_AMBIGUOUS,
            "text only in " + element.getLocalName(),
            node.getNodeName());
      }
    }
    return trimmed(element.getTextContent());
  }

  static boolean hasText(Element element) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if ((node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
          && !trimmed(node.getNodeValue()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  // XML's own white space only: other blanks may be part of a name.
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
