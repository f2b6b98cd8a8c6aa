package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.openid.SignedInPerson;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.EmailAddress;
import dev.gatehouse.saml.VerifiedSubject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who an identity turned out to be. */
sealed interface LinkedPerson {

  /**
   * A person.
   *
   * @param member the member linked by email
   * @param justInTime whether the organization has no member for the person yet
   */
  record Clear(Id person, Optional<Id> member, boolean justInTime) implements LinkedPerson {

    SignedInPerson signedIn(Verdict.Accepted accepted, EmailAddress email) {
      VerifiedSubject subject = accepted.verdict().subject();
      return new SignedInPerson(
          person,
          canonical(email),
          subject.givenName().orElse(null),
          subject.familyName().orElse(null),
          member.orElse(null),
          justInTime,
          accepted.with().issuer(),
          subject.subjectKey(),
          accepted.verdict().authenticatedAt(),
          accepted.verdict().authnContext().map(METHODS::get).orElse(List.of()),
          subject.attributes(),
          subject.groups());
    }
  }

  /** It cannot be told, or must not be. */
  record Unclear(SignInReason reason) implements LinkedPerson {}

  /** RFC 8176 names for the contexts that say how a person authenticated; others say nothing. */
  Map<String, List<String>> METHODS =
      Map.of(
          "urn:oasis:names:tc:SAML:2.0:ac:classes:Password", List.of("pwd"),
          "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", List.of("pwd"),
          "urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken", List.of("otp"),
          "https://refeds.org/profile/mfa", List.of("mfa"),
          "http://schemas.microsoft.com/claims/multipleauthn", List.of("mfa"));

  /** The address with its domain in the one form that domains are compared in. */
  static String canonical(EmailAddress email) {
    return email.value().substring(0, email.value().indexOf('@') + 1) + email.domain();
  }
}
