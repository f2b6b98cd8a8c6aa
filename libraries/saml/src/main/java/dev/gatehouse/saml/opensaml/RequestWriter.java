package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.AuthnRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.opensaml.saml.common.xml.SAMLConstants;

/**
 * Writes requests without an embedded signature straight into bytes. Every sign-in begins with one,
 * and a tree of objects, marshalled into a second tree and then serialised, costs twenty times as
 * much; only what is signed inside needs the tree.
 */
final class RequestWriter {

  private static final String PROTOCOL = SAMLConstants.SAML20P_NS;
  private static final String ASSERTION = SAMLConstants.SAML20_NS;

  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

  byte[] xml(AuthnRequest request) {
    var bytes = new ByteArrayOutputStream(1_024);
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      write(request, xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a request of ours cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(AuthnRequest request, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("saml2p", "AuthnRequest", PROTOCOL);
    xml.writeNamespace("saml2p", PROTOCOL);
    xml.writeAttribute("AssertionConsumerServiceURL", request.acsUrl());
    xml.writeAttribute("Destination", request.destination());
    if (request.forceAuthn()) {
      xml.writeAttribute("ForceAuthn", "true");
    }
    xml.writeAttribute("ID", request.id());
    xml.writeAttribute("IssueInstant", request.issueInstant().toString());
    xml.writeAttribute("ProtocolBinding", SAMLConstants.SAML2_POST_BINDING_URI);
    xml.writeAttribute("Version", "2.0");
    text(xml, "Issuer", request.issuer());
    policy(xml, request.nameIdFormat());
    context(xml, request.requestedAuthnContext());
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void policy(XMLStreamWriter xml, Optional<String> format)
      throws XMLStreamException {
    if (format.isPresent()) {
      xml.writeEmptyElement("saml2p", "NameIDPolicy", PROTOCOL);
      xml.writeAttribute("AllowCreate", "true");
      xml.writeAttribute("Format", format.get());
    }
  }

  private static void context(XMLStreamWriter xml, Optional<String> context)
      throws XMLStreamException {
    if (context.isPresent()) {
      xml.writeStartElement("saml2p", "RequestedAuthnContext", PROTOCOL);
      xml.writeAttribute("Comparison", "exact");
      text(xml, "AuthnContextClassRef", context.get());
      xml.writeEndElement();
    }
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("saml2", name, ASSERTION);
    xml.writeNamespace("saml2", ASSERTION);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
