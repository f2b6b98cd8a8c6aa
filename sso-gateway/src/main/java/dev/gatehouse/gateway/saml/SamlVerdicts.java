package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.Check;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.attempt.Verdict.JudgedWith;
import dev.gatehouse.saml.CheckOutcome;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.VerifiedSubject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a SAML response was worth in the words that all protocols share. */
final class SamlVerdicts {

  /** RFC 8176 names for the contexts that say how a person authenticated; others say nothing. */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "urn:oasis:names:tc:SAML:2.0:ac:classes:Password", List.of("pwd"),
          "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", List.of("pwd"),
          "urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken", List.of("otp"),
          "https://refeds.org/profile/mfa", List.of("mfa"),
          "http://schemas.microsoft.com/claims/multipleauthn", List.of("mfa"));

  private SamlVerdicts() {}

  static Verdict verdict(SamlVerdict verdict, JudgedWith with, Optional<String> response) {
    return switch (verdict) {
      case SamlVerdict.Accepted accepted ->
          new Verdict.Accepted(
              subject(accepted.subject()),
              new Verdict.Authentication(
                  accepted.authenticatedAt(),
                  accepted.authnContext().map(METHODS::get).orElse(List.of()),
                  accepted.sessionIndex(),
                  Optional.empty()),
              new Verdict.SingleUse(accepted.assertionId(), accepted.replayUntil()),
              checks(accepted),
              with,
              response);
      case SamlVerdict.Rejected rejected ->
          new Verdict.Rejected(
              rejected.reasons().stream().map(SamlVerdicts::finding).toList(),
              checks(rejected),
              rejected.seen().map(SamlVerdicts::subject),
              response);
    };
  }

  private static List<Check> checks(SamlVerdict verdict) {
    return verdict.checks().stream()
        .map(check ->
            new Check(
                check.name().code(),
                check.name().title(),
                outcome(check.outcome()),
                check.expected(),
                check.received()))
        .toList();
  }

  private static Check.Outcome outcome(CheckOutcome outcome) {
    return switch (outcome) {
      case PASSED -> Check.Outcome.PASSED;
      case FAILED -> Check.Outcome.FAILED;
      case NOT_REACHED -> Check.Outcome.NOT_REACHED;
    };
  }

  private static Finding finding(Reason reason) {
    return new Finding(
        reason.code().code(),
        reason.code().title(),
        reason.text(),
        reason.expected(),
        reason.received());
  }

  private static Verdict.Subject subject(VerifiedSubject subject) {
    return new Verdict.Subject(
        subject.subjectKey(),
        subject.nameId(),
        subject.nameIdFormat(),
        subject.email(),
        subject.givenName(),
        subject.familyName(),
        subject.groups(),
        subject.attributes());
  }
}
