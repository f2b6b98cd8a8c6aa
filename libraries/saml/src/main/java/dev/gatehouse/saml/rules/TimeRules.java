package dev.gatehouse.saml.rules;

import static dev.gatehouse.saml.CheckName.AUTHENTICATION;
import static dev.gatehouse.saml.CheckName.CONDITIONS;
import static dev.gatehouse.saml.CheckName.STATUS;
import static dev.gatehouse.saml.CheckName.VALIDITY;

import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.rules.AssertionValues.Authentication;
import dev.gatehouse.saml.rules.AssertionValues.Bearer;
import dev.gatehouse.saml.rules.AssertionValues.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether it may be used now; the same tolerance in both directions everywhere. */
public final class TimeRules {

  private final Expectations expected;
  private final Instant now;
  private final Findings findings;

  public TimeRules(Expectations expected, Instant now, Findings findings) {
    this.expected = expected;
    this.now = now;
    this.findings = findings;
  }

  /** Evaluates every rule, also after one has failed. */
  public void check(ResponseValues response, AssertionValues assertion) {
    findings.require(
        response.isSuccess(),
        STATUS,
        ReasonCode.STATUS_NOT_SUCCESS,
        ResponseValues.SUCCESS,
        response.describeStatus());
    conditions(assertion.conditions());
    begun("Response IssueInstant", response.issueInstant());
    begun("Assertion IssueInstant", assertion.issueInstant());
    if (!assertion.bearers().isEmpty()) {
      var bearer = new ProtocolRules(expected, findings).bestOf(assertion.bearers());
      bearer.notOnOrAfter().ifPresent(end -> notOver("SubjectConfirmationData", end));
    }
    findings.pass(VALIDITY, "now within ±" + expected.skew(), now.toString());
    authentication(assertion.authentications());
  }

  private void conditions(Optional<Conditions> conditions) {
    var unknown = conditions.map(Conditions::unknown).orElse(List.of());
    findings.require(
        unknown.isEmpty(),
        CONDITIONS,
        ReasonCode.CONDITIONS_UNKNOWN,
        "AudienceRestriction, OneTimeUse, ProxyRestriction",
        String.join(", ", unknown));
    conditions
        .flatMap(Conditions::notBefore)
        .ifPresent(start -> begun("Conditions NotBefore", start));
    conditions.flatMap(Conditions::notOnOrAfter).ifPresent(end -> notOver("Conditions", end));
  }

  private void begun(String what, Instant start) {
    if (start.isAfter(now.plus(expected.skew()))) {
      findings.fail(
          VALIDITY, ReasonCode.NOT_YET_VALID, "at or before " + now, what + " = " + start);
    }
  }

  private void notOver(String what, Instant end) {
    if (over(end)) {
      findings.fail(
          VALIDITY, ReasonCode.EXPIRED, "later than " + now, what + " NotOnOrAfter = " + end);
    }
  }

  private boolean over(Instant end) {
    return !end.isAfter(now.minus(expected.skew()));
  }

  private void authentication(List<Authentication> statements) {
    if (statements.isEmpty()) {
      findings.fail(
          AUTHENTICATION, ReasonCode.AUTHN_STATEMENT_MISSING, "an AuthnStatement", "none");
      return;
    }
    for (var statement : statements) {
      if (statement.at().isAfter(now.plus(expected.skew()))) {
        findings.fail(
            AUTHENTICATION,
            ReasonCode.NOT_YET_VALID,
            "at or before " + now,
            "AuthnInstant = " + statement.at());
      }
      statement
          .sessionNotOnOrAfter()
          .filter(this::over)
          .ifPresent(end ->
              findings.fail(
                  AUTHENTICATION,
                  ReasonCode.SESSION_EXPIRED,
                  "later than " + now,
                  "SessionNotOnOrAfter = " + end));
    }
    Instant at = statements.getFirst().at();
    expected
        .authnNotBefore()
        .filter(earliest -> at.plus(expected.skew()).isBefore(earliest))
        .ifPresent(earliest ->
            findings.fail(
                AUTHENTICATION,
                ReasonCode.AUTHENTICATION_TOO_OLD,
                "at or after " + earliest,
                "AuthnInstant = " + at));
    findings.pass(AUTHENTICATION, "an AuthnStatement", "AuthnInstant = " + at);
  }

  /** Until when a second use has to be recognised. */
  public Instant replayUntil(AssertionValues assertion) {
    return assertion.bearers().stream()
        .map(Bearer::notOnOrAfter)
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .orElse(now)
        .plus(expected.skew());
  }
}
