package dev.gatehouse.saml.rules;

import static dev.gatehouse.saml.CheckName.AUDIENCE;
import static dev.gatehouse.saml.CheckName.DESTINATION;
import static dev.gatehouse.saml.CheckName.IN_RESPONSE_TO;
import static dev.gatehouse.saml.CheckName.ISSUER;
import static dev.gatehouse.saml.CheckName.RECIPIENT;
import static dev.gatehouse.saml.CheckName.SUBJECT_CONFIRMATION;

import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.rules.AssertionValues.Bearer;
import dev.gatehouse.saml.rules.AssertionValues.Conditions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who sent it, to whom, and in answer to what (SAML Profiles 4.1.4.3). */
public final class ProtocolRules {

  private final Expectations expected;
  private final Findings findings;

  public ProtocolRules(Expectations expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
  }

  /** Evaluates every rule, also after one has failed. */
  public void check(ResponseValues response, AssertionValues assertion) {
    issuer(response, assertion);
    destination(response);
    audience(assertion.conditions());
    var bearer = confirmation(assertion.bearers());
    inResponseTo(response, bearer);
  }

  private void issuer(ResponseValues response, AssertionValues assertion) {
    String outer = response.issuer().orElse(expected.idpEntityId());
    String wrong = outer.equals(expected.idpEntityId()) ? assertion.issuer() : outer;
    findings.require(
        wrong.equals(expected.idpEntityId()),
        ISSUER,
        ReasonCode.ISSUER_MISMATCH,
        expected.idpEntityId(),
        wrong);
  }

  // Bindings 3.5.5.2: a signed message must say where it was sent.
  private void destination(ResponseValues response) {
    boolean absentIsFine = response.destination().isEmpty() && !response.signed();
    findings.require(
        absentIsFine || response.destination().equals(Optional.of(expected.acsUrl())),
        DESTINATION,
        ReasonCode.DESTINATION_MISMATCH,
        expected.acsUrl(),
        response.destination().orElse(""));
  }

  // Core 2.5.1.4: restrictions are conjunctive, the audiences within one are alternatives.
  private void audience(Optional<Conditions> conditions) {
    List<List<String>> restrictions = conditions.map(Conditions::audiences).orElse(List.of());
    boolean meantForUs =
        !restrictions.isEmpty()
            && restrictions.stream().allMatch(some -> some.contains(expected.spEntityId()));
    String received =
        restrictions.stream()
            .map(some -> String.join(", ", some))
            .collect(Collectors.joining(" and "));
    findings.require(
        meantForUs, AUDIENCE, ReasonCode.AUDIENCE_MISMATCH, expected.spEntityId(), received);
  }

  private Optional<Bearer> confirmation(List<Bearer> bearers) {
    if (bearers.isEmpty()) {
      findings.fail(
          SUBJECT_CONFIRMATION, ReasonCode.SUBJECT_CONFIRMATION_MISSING, "bearer", "none");
      return Optional.empty();
    }
    var bearer = bestOf(bearers);
    boolean usable = bearer.notOnOrAfter().isPresent() && bearer.notBefore().isEmpty();
    findings.require(
        usable,
        SUBJECT_CONFIRMATION,
        ReasonCode.SUBJECT_CONFIRMATION_INVALID,
        "bearer with NotOnOrAfter and without NotBefore",
        bearer.notBefore().isPresent() ? "NotBefore" : usable ? "bearer" : "no NotOnOrAfter");
    findings.require(
        bearer.recipient().equals(Optional.of(expected.acsUrl())),
        RECIPIENT,
        ReasonCode.RECIPIENT_MISMATCH,
        expected.acsUrl(),
        bearer.recipient().orElse(""));
    return Optional.of(bearer);
  }

  /** One confirmation has to satisfy everything; the others may be for somebody else. */
  Bearer bestOf(List<Bearer> bearers) {
    return bearers.stream()
        .filter(bearer ->
            bearer.recipient().equals(Optional.of(expected.acsUrl()))
                && bearer.notBefore().isEmpty()
                && bearer.notOnOrAfter().isPresent()
                && bearer.inResponseTo().equals(expected.inResponseTo()))
        .max(Comparator.comparing(bearer -> bearer.notOnOrAfter().orElseThrow()))
        .orElseGet(bearers::getFirst);
  }

  private void inResponseTo(ResponseValues response, Optional<Bearer> bearer) {
    var inner = bearer.flatMap(Bearer::inResponseTo);
    var outer = response.inResponseTo();
    if (expected.inResponseTo().isPresent()) {
      String request = expected.inResponseTo().get();
      if (inner.isEmpty() && outer.isEmpty()) {
        findings.fail(IN_RESPONSE_TO, ReasonCode.UNSOLICITED, request, "");
        return;
      }
      boolean both = inner.equals(expected.inResponseTo()) && outer.equals(expected.inResponseTo());
      findings.require(
          both,
          IN_RESPONSE_TO,
          ReasonCode.IN_RESPONSE_TO_MISMATCH,
          request,
          outer.equals(expected.inResponseTo()) ? inner.orElse("") : outer.orElse(""));
    } else if (!expected.unsolicitedAllowed()) {
      findings.fail(
          IN_RESPONSE_TO, ReasonCode.UNSOLICITED, "an answer to a request of ours", "no request");
    } else {
      findings.require(
          inner.isEmpty() && outer.isEmpty(),
          IN_RESPONSE_TO,
          ReasonCode.IN_RESPONSE_TO_MISMATCH,
          "none",
          inner.or(() -> outer).orElse("none"));
    }
  }
}
