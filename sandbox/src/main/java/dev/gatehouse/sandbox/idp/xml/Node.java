package dev.gatehouse.sandbox.idp.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An element of a SAML document, to be read or grown, with the usual prefixes. */
public record Node(Element element) {

  /** The root of a new document; prefixes are declared here once, since signing needs them. */
  public static Node root(String namespace, String name) {
    Document document = SafeXml.empty();
    Node root = new Node(document.createElementNS(namespace, prefix(namespace) + ":" + name));
    document.appendChild(root.element);
    root.declare(namespace);
    return root;
  }

  public Node declare(String namespace) {
    element.setAttributeNS(
        XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix(namespace), namespace);
    return this;
  }

  /** Appends a child and returns the child. */
  public Node child(String namespace, String name) {
    Element child =
        element.getOwnerDocument().createElementNS(namespace, prefix(namespace) + ":" + name);
    element.appendChild(child);
    return new Node(child);
  }

  public Node text(String text) {
    element.setTextContent(text);
    return this;
  }

  /** Sets an attribute; null leaves it out. */
  public Node with(String attribute, @Nullable String value) {
    if (value != null) {
      element.setAttribute(attribute, value);
    }
    return this;
  }

  public boolean is(String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  public List<Node> children(String namespace, String name) {
    List<Node> found = new ArrayList<>();
    for (var n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && new Node(e).is(namespace, name)) {
        found.add(new Node(e));
      }
    }
    return found;
  }

  public Optional<Node> first(String namespace, String name) {
    return children(namespace, name).stream().findFirst();
  }

  public @Nullable String attribute(String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  public boolean flag(String name) {
    String value = attribute(name);
    return "true".equals(value) || "1".equals(value);
  }

  public String text() {
    return element.getTextContent().strip();
  }

  private static String prefix(String namespace) {
    return switch (namespace) {
      case Saml.PROTOCOL -> "samlp";
      case Saml.ASSERTION -> "saml";
      case Saml.METADATA -> "md";
      case Saml.XMLDSIG -> "ds";
      default -> throw new IllegalArgumentException(namespace);
    };
  }
}
