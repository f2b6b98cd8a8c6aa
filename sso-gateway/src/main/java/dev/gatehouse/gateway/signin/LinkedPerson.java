package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.openid.SignedInPerson;
import dev.gatehouse.gateway.session.SealedIdpSession;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an identity turned out to be. */
sealed interface LinkedPerson {

  /**
   * A person.
   *
   * @param member the member linked by email
   * @param justInTime whether the organization has no member for the person yet
   */
  record Clear(Id person, Optional<Id> member, boolean justInTime) implements LinkedPerson {

    SignedInPerson signedIn(
        Verdict.Accepted accepted, EmailAddress email, @Nullable SealedIdpSession idpSession) {
      Verdict.Subject subject = accepted.subject();
      return new SignedInPerson(
          person,
          canonical(email),
          subject.givenName().orElse(null),
          subject.familyName().orElse(null),
          member.orElse(null),
          justInTime,
          accepted.with().issuer(),
          subject.key(),
          accepted.authentication().at(),
          accepted.authentication().methods(),
          subject.attributes(),
          subject.groups(),
          idpSession);
    }
  }

  /** It cannot be told, or must not be. */
  record Unclear(SignInReason reason) implements LinkedPerson {}

  /** The address with its domain in the one form that domains are compared in. */
  static String canonical(EmailAddress email) {
    return email.value().substring(0, email.value().indexOf('@') + 1) + email.domain();
  }
}
