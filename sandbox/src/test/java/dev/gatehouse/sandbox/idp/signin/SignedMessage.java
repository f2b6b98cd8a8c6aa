package dev.gatehouse.sandbox.idp.signin;

import static io.restassured.RestAssured.given;

import dev.gatehouse.sandbox.idp.xml.SafeXml;
import dev.gatehouse.sandbox.idp.xml.Saml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An answer as a service provider reads it: with the keys of the metadata. */
record SignedMessage(String xml, Document document) {

  static SignedMessage of(String base64) {
    String xml = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    return new SignedMessage(xml, SafeXml.parse(xml));
  }

  List<Element> all(String namespace, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = document.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  Element one(String name) {
    List<Element> found = all(Saml.ASSERTION, name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " × " + name + " in " + xml);
    }
    return found.getFirst();
  }

  String attribute(String name) {
    return all(Saml.ASSERTION, "Attribute").stream()
        .filter(a -> a.getAttribute("Name").equals(name))
        .map(a -> a.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** Names of the signed elements whose signature an announced key made. */
  List<String> validlySigned() throws Exception {
    List<String> signed = new ArrayList<>();
    for (Element signature : all(Saml.XMLDSIG, "Signature")) {
      Element parent = (Element) signature.getParentNode();
      parent.setIdAttribute("ID", true);
      if (announcedKeys().stream().anyMatch(key -> verifies(signature, key))) {
        signed.add(parent.getLocalName());
      }
    }
    return signed;
  }

  private static boolean verifies(Element signature, PublicKey key) {
    try {
      var context = new DOMValidateContext(key, signature);
      return XMLSignatureFactory.getInstance("DOM")
          .unmarshalXMLSignature(context)
          .validate(context);
    } catch (Exception e) {
      return false;
    }
  }

  private static List<PublicKey> announcedKeys() throws Exception {
    String metadata = given().get("/idp/metadata").then().statusCode(200).extract().asString();
    var certificates =
        SafeXml.parse(metadata).getElementsByTagNameNS(Saml.XMLDSIG, "X509Certificate");
    List<PublicKey> keys = new ArrayList<>();
    for (int i = 0; i < certificates.getLength(); i++) {
      byte[] der = Base64.getMimeDecoder().decode(certificates.item(i).getTextContent());
      keys.add(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey());
    }
    return keys;
  }
}
