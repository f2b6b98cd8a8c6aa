package dev.gatehouse.saml;

/** Something in metadata that works but that an admin should know. */
public record MetadataWarning(Code code, String text) {

  /** A stable name for each kind of warning. */
  public enum Code {
    CERTIFICATE_EXPIRED,
    CERTIFICATE_EXPIRES_SOON,
    CERTIFICATE_NOT_YET_VALID,
    METADATA_EXPIRED,
    WEAK_KEY,
    CERTIFICATE_SKIPPED,
    PLAIN_HTTP_URL,
    LOGOUT_SKIPPED
  }
}
