package dev.gatehouse.saml;

/** Something in metadata that works but that an admin should know. */
public record MetadataWarning(Code code, String text) {

  /** A stable name for each kind of warning. */
  public enum Code {
    CERTIFICATE_EXPIRED("The certificate {{certificate}} expired on {{day}}."),
    CERTIFICATE_EXPIRES_SOON("The certificate {{certificate}} expires on {{day}}."),
    CERTIFICATE_NOT_YET_VALID("The certificate {{certificate}} is valid only from {{day}}."),
    METADATA_EXPIRED("The metadata says it was valid until {{day}}."),
    WEAK_KEY(
        "The certificate {{certificate}} has a {{algorithm}} key of {{bits}} bits, which is too short."),
    CERTIFICATE_SKIPPED("One certificate cannot be read; skipped."),
    PLAIN_HTTP_URL("{{url}} is not encrypted (http)."),
    LOGOUT_SKIPPED(
        "The single logout address is not a plain https address; signing out works without it.");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** One sentence for the admin; what stands in double braces is filled in. */
    public String text() {
      return text;
    }
  }
}
