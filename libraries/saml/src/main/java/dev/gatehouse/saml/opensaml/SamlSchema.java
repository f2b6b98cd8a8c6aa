package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder.SAML1Version;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Validates against the schemas that OpenSAML ships; nothing is fetched. */
final class SamlSchema {

  private final ConcurrentLinkedQueue<Validator> idle = new ConcurrentLinkedQueue<>();
  private final Schema schema;

  SamlSchema() {
    try {
      schema = new SAMLSchemaBuilder(SAML1Version.SAML_11).getSAMLSchema();
    } catch (SAXException e) {
      throw new IllegalStateException("the SAML schemas do not compile", e);
    }
  }

  /** Refuses what the schema does not allow; validating changes nothing in the document. */
  void validate(Element root) throws Refusal {
    var borrowed = idle.poll();
    var validator = borrowed == null ? newValidator() : borrowed;
    try {
      // Without an error handler the validator throws at the first error and prints nothing.
      validator.validate(new DOMSource(root));
    } catch (SAXException e) {
      throw Refusal.of(
          CheckName.SCHEMA,
          ReasonCode.NOT_SCHEMA_VALID,
          "SAML 2.0",
          String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("validating reads no file", e);
    } finally {
      idle.offer(validator);
    }
  }

  private Validator newValidator() {
    var validator = schema.newValidator();
    try {
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    } catch (SAXException e) {
      throw new IllegalStateException("the validator cannot be hardened", e);
    }
    return validator;
  }
}
