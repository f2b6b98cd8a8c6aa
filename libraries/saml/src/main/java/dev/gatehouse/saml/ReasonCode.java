package dev.gatehouse.saml;

import java.util.Locale;

/** Every way a response can fail, with words for the person who configures the other side. */
public enum ReasonCode {
  RESPONSE_MISSING("No response", "The request carried no SAML response."),
  RESPONSE_TOO_LARGE("Response too large", "The response is larger than any sign-in needs."),
  MALFORMED_BASE64("Not base64", "The response is not base64, so it was cut or re-encoded."),
  MALFORMED_XML("Not XML", "The response is not well-formed XML."),
  ENCODING_REFUSED("Unexpected encoding", "SAML messages are UTF-8; this one is not."),
  DOCTYPE_FORBIDDEN("DOCTYPE in the response", "A document type declaration is never accepted."),
  PROCESSING_INSTRUCTION_FORBIDDEN(
      "Processing instruction", "Processing instructions are read differently by different tools."),
  COMMENT_FORBIDDEN(
      "Comment inside a value", "A comment inside a value or a signature makes it ambiguous."),
  NAMESPACE_REFUSED(
      "Relative namespace", "A namespace that is not an absolute URI cannot be signed reliably."),
  TOO_COMPLEX("Too deep or too many elements", "The response is nested or repeated beyond reason."),
  NOT_A_RESPONSE("Not a SAML 2.0 response", "The message is not a SAML 2.0 Response."),
  NOT_SCHEMA_VALID("Not valid SAML", "The response breaks the SAML schema."),
  DUPLICATE_ID("Duplicate ID", "Two elements share an ID, so a signature could mean either."),
  STATUS_NOT_SUCCESS(
      "The identity provider reported an error",
      "The identity provider did not sign the person in; its own message says why."),
  ASSERTION_COUNT("Not exactly one assertion", "A response carries exactly one assertion."),
  SIGNATURE_MISSING(
      "Not signed", "Neither the response nor the assertion is signed; turn signing on."),
  SIGNATURE_POSITION(
      "Signature in the wrong place", "A signature stands where SAML does not allow one."),
  SIGNATURE_REFERENCE(
      "Signature of something else", "The signature does not cover the element it stands in."),
  SIGNATURE_MALFORMED("Malformed signature", "The signature has parts that SAML does not allow."),
  ALGORITHM_REFUSED(
      "Algorithm refused", "The message uses an algorithm that this connection does not accept."),
  WEAK_KEY("Key too short", "The signing key is too short to be trusted."),
  NO_TRUSTED_KEY(
      "No certificate configured", "This connection has no certificate, so it accepts nothing."),
  SIGNATURE_INVALID(
      "Signature not from a trusted key",
      "The signature was not made with any certificate of this connection."),
  DIGEST_MISMATCH(
      "Altered after signing", "The content does not match what the identity provider signed."),
  ENCRYPTED_UNSIGNED(
      "Encrypted but not signed", "Anybody can encrypt to us; an assertion must also be signed."),
  ENCRYPTION_REFUSED(
      "Unsafe encryption element",
      "The encrypted part points elsewhere or asks for processing that is never done."),
  ENCRYPTION_ALGORITHM_REFUSED(
      "Encryption not accepted",
      "The assertion is encrypted in a way that does not protect it here: use AES-GCM with RSA-OAEP,"
          + " or sign the response."),
  DECRYPTION_FAILED("Cannot be decrypted", "The message could not be decrypted with our keys."),
  VALUE_AMBIGUOUS(
      "Ambiguous value",
      "A value contains markup where only text belongs, so it has two readings."),
  ISSUER_MISMATCH("Wrong issuer", "The response comes from another identity provider."),
  DESTINATION_MISMATCH("Wrong destination", "The response was meant for another address."),
  AUDIENCE_MISMATCH("Wrong audience", "The assertion was meant for another service provider."),
  RECIPIENT_MISMATCH("Wrong recipient", "The assertion was meant for another address."),
  SUBJECT_CONFIRMATION_MISSING(
      "No bearer confirmation", "The assertion holds no bearer confirmation."),
  SUBJECT_CONFIRMATION_INVALID(
      "Unusable bearer confirmation",
      "A bearer confirmation says until when it may be used, and not from when."),
  IN_RESPONSE_TO_MISMATCH(
      "Answers another request", "The response does not answer the request we sent."),
  UNSOLICITED("Nobody asked", "The response answers no request; start from the application."),
  EXPIRED("Expired", "The response is too old, or the clocks differ."),
  NOT_YET_VALID("Not yet valid", "The response is valid only later, so the clocks differ."),
  CONDITIONS_UNKNOWN("Unknown condition", "The assertion sets a condition that we do not know."),
  AUTHN_STATEMENT_MISSING(
      "No authentication statement", "The assertion does not say that the person authenticated."),
  SESSION_EXPIRED("Session over", "The identity provider's session had already ended."),
  AUTHENTICATION_TOO_OLD(
      "Signed in too long ago", "A fresh sign-in was asked for, and this one is older."),
  SUBJECT_MISSING("No subject identifier", "The value that names the person is missing."),
  SUBJECT_TRANSIENT(
      "Transient identifier", "The NameID changes at every sign-in, so it names nobody."),
  SUBJECT_AMBIGUOUS("Several subject identifiers", "The value that names the person is not one."),
  EMAIL_MISSING("No email address", "The assertion holds no email address."),
  EMAIL_INVALID("Not an email address", "The email attribute does not hold one plain address."),
  EMAIL_DOMAIN_NOT_VERIFIED(
      "Email domain not verified",
      "The email address is not at a verified domain of this connection."),
  NOT_JUDGED("Could not be judged", "The response made a check fail in an unforeseen way.");

  private final String title;
  private final String explanation;

  ReasonCode(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A few words for a heading. */
  public String title() {
    return title;
  }

  /** One plain sentence. */
  public String explanation() {
    return explanation;
  }
}
