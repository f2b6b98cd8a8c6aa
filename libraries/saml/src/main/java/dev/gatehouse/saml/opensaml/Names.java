package dev.gatehouse.saml.opensaml;

/** The namespaces of SAML 2.0. */
final class Names {

  static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
  static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
  static final String ENCRYPTED_KEY_TYPE = ENCRYPTION + "EncryptedKey";

  private Names() {}
}
