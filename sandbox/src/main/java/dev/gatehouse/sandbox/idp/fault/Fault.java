package dev.gatehouse.sandbox.idp.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.sandbox.pages.Refusal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way in which an answer is wrong; all else about it stays right. */
public enum Fault {
  NONE("No fault: a correct answer"),
  TAMPERED("The email was changed after signing"),
  EXPIRED("Issued an hour ago, long expired"),
  NOT_YET_VALID("Valid only from an hour from now"),
  WRONG_AUDIENCE("Meant for another service provider (Audience)"),
  WRONG_RECIPIENT("Meant for another address (Recipient)"),
  WRONG_DESTINATION("Sent to another address (Destination)"),
  WRONG_ISSUER("Says it comes from another identity provider"),
  UNSIGNED("Carries no signature"),
  WRONG_KEY("Signed with a key that is not in the metadata"),
  SHA1("Signed with RSA-SHA1"),
  REPLAY("The previous answer, sent again"),
  UNSOLICITED("Answers no request (no InResponseTo)"),
  FOREIGN_IN_RESPONSE_TO("Answers a request that was never made"),
  STATUS_FAILED("Says that sign-in failed (AuthnFailed)"),
  NO_EMAIL("Carries no email"),
  FOREIGN_DOMAIN("The email is at evil.example"),
  TWO_ASSERTIONS("Two assertions, both signed");

  private final String meaning;

  Fault(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Nothing said is the given default. */
  public static Fault parse(@Nullable String code, Fault otherwise) {
    if (code == null || code.isBlank()) {
      return otherwise;
    }
    return Stream.of(values())
        .filter(f -> f.code().equals(code.strip()))
        .findFirst()
        .orElseThrow(() ->
            Refusal.badRequest(
                "There is no such fault", "Choose one of " + String.join(", ", codes()) + "."));
  }

  static String[] codes() {
    return Stream.of(values()).map(Fault::code).toArray(String[]::new);
  }
}
