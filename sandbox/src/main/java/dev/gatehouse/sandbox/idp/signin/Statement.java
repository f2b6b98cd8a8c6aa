package dev.gatehouse.sandbox.idp.signin;

import static dev.gatehouse.sandbox.idp.fault.Fault.EXPIRED;
import static dev.gatehouse.sandbox.idp.fault.Fault.FOREIGN_DOMAIN;
import static dev.gatehouse.sandbox.idp.fault.Fault.FOREIGN_IN_RESPONSE_TO;
import static dev.gatehouse.sandbox.idp.fault.Fault.NOT_YET_VALID;
import static dev.gatehouse.sandbox.idp.fault.Fault.NO_EMAIL;
import static dev.gatehouse.sandbox.idp.fault.Fault.UNSOLICITED;
import static dev.gatehouse.sandbox.idp.fault.Fault.WRONG_AUDIENCE;
import static dev.gatehouse.sandbox.idp.fault.Fault.WRONG_DESTINATION;
import static dev.gatehouse.sandbox.idp.fault.Fault.WRONG_ISSUER;
import static dev.gatehouse.sandbox.idp.fault.Fault.WRONG_RECIPIENT;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.person.Person;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every value that an answer states, true unless the fault says otherwise. */
record Statement(
    String issuer,
    String destination,
    String recipient,
    String audience,
    @Nullable String inResponseTo,
    Instant issuedAt,
    Instant notBefore,
    Instant notOnOrAfter,
    Person person,
    IdpSettings.NameIdKind nameId,
    boolean withEmail) {

  private static final String ELSEWHERE = "https://somewhere-else.example";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  static Statement of(Ask ask, Person person, Fault fault, String issuer, Instant now) {
    Instant issuedAt = fault == EXPIRED ? now.minus(HOUR) : now;
    Instant validFrom = fault == NOT_YET_VALID ? now.plus(HOUR) : issuedAt;
    return new Statement(
        fault == WRONG_ISSUER ? ELSEWHERE + "/idp" : issuer,
        fault == WRONG_DESTINATION ? ELSEWHERE + "/acs" : ask.acsUrl(),
        fault == WRONG_RECIPIENT ? ELSEWHERE + "/acs" : ask.acsUrl(),
        fault == WRONG_AUDIENCE ? ELSEWHERE + "/sp" : ask.provider().entityId(),
        inResponseTo(ask, fault),
        issuedAt,
        validFrom.minus(SKEW),
        validFrom.plus(LIFE),
        fault == FOREIGN_DOMAIN ? person.withEmail(localPart(person) + "@evil.example") : person,
        fault == NO_EMAIL ? IdpSettings.NameIdKind.PERSISTENT : ask.settings().nameId(),
        fault != NO_EMAIL);
  }

  Statement about(Person other) {
    return new Statement(
        issuer,
        destination,
        recipient,
        audience,
        inResponseTo,
        issuedAt,
        notBefore,
        notOnOrAfter,
        other,
        nameId,
        withEmail);
  }

  String nameIdValue() {
    return switch (nameId) {
      case PERSISTENT -> person.subject();
      case EMAIL_ADDRESS -> person.email();
    };
  }

  private static @Nullable String inResponseTo(Ask ask, Fault fault) {
    if (fault == UNSOLICITED) {
      return null;
    }
    return fault == FOREIGN_IN_RESPONSE_TO ? MessageId.next() : ask.requestId();
  }

  private static String localPart(Person person) {
    return person.email().substring(0, person.email().indexOf('@'));
  }
}
