package dev.gatehouse.saml;

/** A message of single logout as it arrived, of which nothing may be believed yet. */
public sealed interface UnverifiedLogout {

  /** The form field {@code SAMLRequest} of the HTTP-POST binding: base64. */
  static UnverifiedLogout requestFromForm(String base64) {
    return new FormValue(Kind.REQUEST, base64);
  }

  /** The form field {@code SAMLResponse} of the HTTP-POST binding: base64. */
  static UnverifiedLogout responseFromForm(String base64) {
    return new FormValue(Kind.RESPONSE, base64);
  }

  /**
   * The query of the HTTP-Redirect binding, exactly as it came: the signature is over its very
   * characters.
   */
  static UnverifiedLogout fromQuery(String rawQuery) {
    return new RawQuery(rawQuery);
  }

  /** Which of the two messages it has to be. */
  enum Kind {
    REQUEST,
    RESPONSE
  }

  /** Base64 text, still encoded. */
  record FormValue(Kind kind, String base64) implements UnverifiedLogout {
    @Override
    public String toString() {
      return "FormValue[" + kind + ", " + base64.length() + " characters]";
    }
  }

  /** A query, still encoded. */
  record RawQuery(String text) implements UnverifiedLogout {
    @Override
    public String toString() {
      return "RawQuery[" + text.length() + " characters]";
    }
  }
}
