package dev.gatehouse.sandbox.idp.xml;

/** SAML 2.0's names, as the standards write them. */
public final class Saml {
  public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
  public static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  public static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";

  public static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  public static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

  public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  public static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

  private Saml() {}
}
