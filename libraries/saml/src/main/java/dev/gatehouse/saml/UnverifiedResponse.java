package dev.gatehouse.saml;

/** A response as it arrived, of which nothing may be believed yet. */
public sealed interface UnverifiedResponse {

  /** The form field {@code SAMLResponse} as the browser posted it: base64. */
  static UnverifiedResponse fromForm(String base64) {
    return new FormValue(base64);
  }

  /** The XML document itself, for stored messages. */
  static UnverifiedResponse fromXml(byte[] xml) {
    return new XmlBytes(xml.clone());
  }

  /** Base64 text, still encoded. */
  record FormValue(String base64) implements UnverifiedResponse {
    @Override
    public String toString() {
      return "FormValue[" + base64.length() + " characters]";
    }
  }

  /** The bytes of a document. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; two messages are never "equal"
  record XmlBytes(byte[] xml) implements UnverifiedResponse {
    @Override
    public String toString() {
      return "XmlBytes[" + xml.length + " bytes]";
    }
  }
}
