package dev.gatehouse.saml;

import java.util.Locale;

/** The decision list, in its order. */
public enum CheckName {
  SIZE("Message size"),
  XML("Well-formed XML without forbidden constructs"),
  STATUS("Status reported by the identity provider"),
  SCHEMA("Valid SAML 2.0"),
  ONE_ASSERTION("Exactly one assertion"),
  SIGNATURE_POSITION("Signature covers what is read"),
  ALGORITHMS("Accepted algorithms"),
  TRUSTED_KEY("A trusted certificate"),
  SIGNATURE("Signature"),
  DECRYPTION("Decryption"),
  SIGNED_VALUES("Unambiguous signed values"),
  ISSUER("Issuer"),
  DESTINATION("Destination"),
  AUDIENCE("Audience"),
  SUBJECT_CONFIRMATION("Subject confirmation"),
  RECIPIENT("Recipient"),
  IN_RESPONSE_TO("Answers our request"),
  CONDITIONS("Conditions"),
  VALIDITY("Validity period"),
  AUTHENTICATION("Authentication statement"),
  SUBJECT("Subject identifier"),
  EMAIL("Email address"),
  EMAIL_DOMAIN("Email domain"),
  /** The caller's: consumes the assertion id, last, only if all others passed. */
  REPLAY("Not seen before");

  private final String title;

  CheckName(String title) {
    this.title = title;
  }

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A short name for people. */
  public String title() {
    return title;
  }
}
