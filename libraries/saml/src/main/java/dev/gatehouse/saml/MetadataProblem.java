package dev.gatehouse.saml;

import java.util.Locale;

/** Why a metadata document cannot be used. */
public enum MetadataProblem {
  METADATA_TOO_LARGE("This document is larger than 10 MB."),
  METADATA_EMPTY("The document is empty."),
  METADATA_IS_HTML("This is a web page, not metadata; it may need a sign-in to be read."),
  METADATA_MALFORMED("This is not well-formed XML: {{why}}"),
  METADATA_DOCTYPE_FORBIDDEN("The document has a DOCTYPE, which is never accepted."),
  METADATA_NOT_SAML("This is XML, but not SAML metadata: it starts with <{{element}}>."),
  METADATA_IS_SERVICE_PROVIDER(
      "This is the metadata of a service provider; export the identity provider's."),
  METADATA_NO_IDENTITY_PROVIDER("No SAML 2.0 identity provider is in this document."),
  METADATA_ENTITY_NOT_FOUND("No identity provider named {{entityId}} is in this document."),
  METADATA_ENTITY_ID_MISSING("The metadata has no usable entityID."),
  METADATA_TENANT_PLACEHOLDER(
      "This is the metadata of every Entra tenant; use your app's Federation Metadata URL."),
  METADATA_NO_SIGN_ON_URL("The metadata has no sign-on URL for HTTP-Redirect or HTTP-POST."),
  METADATA_URL_REFUSED("A sign-on URL must be a plain https address, not \"{{url}}\"."),
  METADATA_NO_SIGNING_KEY(
      "The metadata has no signing certificate, so no response could be trusted."),
  METADATA_CERTIFICATE_UNREADABLE(
      "The signing certificate in the metadata cannot be read; was it edited?");

  /** What METADATA_MALFORMED says where only the encoding is another one. */
  public static final String OTHER_ENCODING = "This is encoded as {{encoding}}; save it as UTF-8.";

  private final String text;

  MetadataProblem(String text) {
    this.text = text;
  }

  /** Tells the admin why and what to do; what stands in double braces is filled in. */
  public String text() {
    return text;
  }

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
