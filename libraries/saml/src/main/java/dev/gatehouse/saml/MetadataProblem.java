package dev.gatehouse.saml;

import java.util.Locale;

/** Why a metadata document cannot be used. */
public enum MetadataProblem {
  METADATA_TOO_LARGE,
  METADATA_EMPTY,
  METADATA_IS_HTML,
  METADATA_MALFORMED,
  METADATA_DOCTYPE_FORBIDDEN,
  METADATA_NOT_SAML,
  METADATA_IS_SERVICE_PROVIDER,
  METADATA_NO_IDENTITY_PROVIDER,
  METADATA_ENTITY_NOT_FOUND,
  METADATA_ENTITY_ID_MISSING,
  METADATA_TENANT_PLACEHOLDER,
  METADATA_NO_SIGN_ON_URL,
  METADATA_URL_REFUSED,
  METADATA_NO_SIGNING_KEY,
  METADATA_CERTIFICATE_UNREADABLE;

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
