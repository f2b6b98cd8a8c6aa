package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Opens what was encrypted to us; every failure looks the same from outside. */
final class Decryption {

  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\s[^>]*\\?>");

  private final HardenedParser parser;
  private final List<PrivateKey> keys;

  Decryption(HardenedParser parser, List<PrivateKey> keys) {
    this.parser = parser;
    this.keys = keys;
  }

  /** The element inside, as a document of its own. */
  Document open(Element container, boolean covered) throws Refusal {
    var shape = EncryptionShape.of(container, covered);
    return parse(plaintext(shape), shape.data());
  }

  private byte[] plaintext(EncryptionShape shape) throws Refusal {
    for (var encryptedKey : shape.keys()) {
      for (var key : keys) {
        if (!key.getAlgorithm().equals("RSA")) {
          continue;
        }
        try {
          return decrypt(shape, encryptedKey, key);
        } catch (XMLEncryptionException | RuntimeException e) {
          // Another recipient's key, or damaged: indistinguishable on purpose.
        }
      }
    }
    throw failed(keys.isEmpty() ? "we publish no encryption key" : "encrypted to another key");
  }

  private static byte[] decrypt(EncryptionShape shape, Element encryptedKey, PrivateKey key)
      throws XMLEncryptionException {
    Document document = shape.data().getOwnerDocument();
    var unwrap = XMLCipher.getInstance();
    unwrap.setSecureValidation(true);
    unwrap.init(XMLCipher.UNWRAP_MODE, key);
    Key secret =
        unwrap.decryptKey(unwrap.loadEncryptedKey(document, encryptedKey), shape.dataAlgorithm());
    var open = XMLCipher.getInstance();
    open.setSecureValidation(true);
    open.init(XMLCipher.DECRYPT_MODE, secret);
    return open.decryptToByteArray(shape.data());
  }

  // Most encrypt a complete fragment. Some leave prefixes to the surroundings, which then have to
  // be supplied; doing so always would change the canonical form of the others.
  private Document parse(byte[] plaintext, Element data) throws Refusal {
    try {
      var document = parser.parse(plaintext);
      if (isComplete(document.getDocumentElement())) {
        return document;
      }
    } catch (Refusal refusal) {
      if (refusal.reason().code() != ReasonCode.MALFORMED_XML) {
        throw refusal;
      }
    }
    try {
      return onlyChild(parser.parse(inContext(plaintext, data)));
    } catch (Refusal refusal) {
      throw failed("no XML inside");
    }
  }

  // A prefix within a value, as in xsi:type="xs:string", may be missing without the parser
  // noticing.
  private static boolean isComplete(Element element) {
    String type = element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
    int colon = type.indexOf(':');
    return (colon < 0 || element.lookupNamespaceURI(type.substring(0, colon).strip()) != null)
        && Elements.children(element).stream().allMatch(Decryption::isComplete);
  }

  private static byte[] inContext(byte[] plaintext, Element data) {
    var text = new StringBuilder("<context");
    for (Node node = data; node instanceof Element element; node = node.getParentNode()) {
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        var attribute = (Attr) attributes.item(i);
        String declaration = " " + attribute.getName() + "=\"";
        if (XMLNS.equals(attribute.getNamespaceURI()) && text.indexOf(declaration) < 0) {
          text.append(declaration).append(escaped(attribute.getValue())).append('"');
        }
      }
    }
    String inner =
        DECLARATION.matcher(new String(plaintext, StandardCharsets.UTF_8)).replaceFirst("");
    text.append('>').append(inner).append("</context>");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String uri) {
    return uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static Document onlyChild(Document wrapped) throws Refusal {
    var root = wrapped.getDocumentElement();
    var inner = Elements.children(root);
    if (inner.size() != 1 || Elements.hasText(root)) {
      throw failed("not one element");
    }
    // The declarations move down to the element, which becomes the root.
    var document = root.getOwnerDocument();
    for (var declaration : declarationsOf(root)) {
      if (!inner.getFirst().hasAttribute(declaration.getName())) {
        inner.getFirst().setAttributeNS(XMLNS, declaration.getName(), declaration.getValue());
      }
    }
    document.replaceChild(inner.getFirst(), root);
    return document;
  }

  private static List<Attr> declarationsOf(Element root) {
    var attributes = root.getAttributes();
    return java.util.stream.IntStream.range(0, attributes.getLength())
        .mapToObj(i -> (Attr) attributes.item(i))
        .toList();
  }

  private static Refusal failed(String received) {
    return Refusal.of(
        CheckName.DECRYPTION, ReasonCode.DECRYPTION_FAILED, "encrypted to our key", received);
  }
}
