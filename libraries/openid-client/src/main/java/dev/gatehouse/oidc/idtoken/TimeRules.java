package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.OidcCheckName.AUTHENTICATION;
import static dev.gatehouse.oidc.OidcCheckName.VALIDITY;

import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import java.time.Instant;

/** Whether it may be used now; the same tolerance in both directions everywhere. */
final class TimeRules {

  private static final String CLOCKS = "The ID token lies in the future, so the clocks differ.";

  private final IdTokenExpectations expected;
  private final Instant now;
  private final Findings findings;

  TimeRules(IdTokenExpectations expected, Instant now, Findings findings) {
    this.expected = expected;
    this.now = now;
    this.findings = findings;
  }

  /** Evaluates every rule, also after one has failed. */
  void check(JsonObject claims) {
    present(claims, "exp");
    present(claims, "iat");
    claims
        .time("exp")
        .filter(end -> !end.isAfter(now.minus(expected.skew())))
        .ifPresent(end ->
            findings.fail(
                VALIDITY, OidcReasonCode.ID_TOKEN_EXPIRED, "later than " + now, "exp = " + end));
    begun(claims, "iat");
    begun(claims, "nbf");
    findings.pass(VALIDITY, "now within ±" + expected.skew(), now.toString());
    authentication(claims);
  }

  // Core section 2 requires both; a time that is no number is none.
  private void present(JsonObject claims, String name) {
    if (claims.time(name).isEmpty()) {
      findings.fail(VALIDITY, OidcReasonCode.ID_TOKEN_INVALID, name, "none");
    }
  }

  private void begun(JsonObject claims, String name) {
    if (claims.has(name) && claims.time(name).isEmpty()) {
      findings.fail(VALIDITY, OidcReasonCode.ID_TOKEN_INVALID, name + " as a time", "another");
    }
    claims
        .time(name)
        .filter(this::isFuture)
        .ifPresent(start ->
            findings.fail(
                VALIDITY,
                new OidcReason(
                    OidcReasonCode.ID_TOKEN_EXPIRED,
                    "at or before " + now,
                    name + " = " + start,
                    CLOCKS)));
  }

  private boolean isFuture(Instant instant) {
    return instant.isAfter(now.plus(expected.skew()));
  }

  private void authentication(JsonObject claims) {
    var at = claims.time("auth_time");
    if (at.filter(this::isFuture).isPresent()) {
      tooOld("at or before " + now, "auth_time = " + at.get(), CLOCKS);
    }
    if (expected.authenticatedSince().isEmpty()) {
      at.ifPresent(time -> findings.pass(AUTHENTICATION, "", "auth_time = " + time));
      return;
    }
    Instant earliest = expected.authenticatedSince().get();
    if (at.isEmpty()) {
      tooOld(
          "auth_time at or after " + earliest,
          "no auth_time",
          "A fresh sign-in was asked for, and the ID token does not say when it was.");
    } else if (at.get().plus(expected.skew()).isBefore(earliest)) {
      tooOld(
          "auth_time at or after " + earliest,
          "auth_time = " + at.get(),
          "A fresh sign-in was asked for, and this one is older.");
    } else {
      findings.pass(AUTHENTICATION, "at or after " + earliest, "auth_time = " + at.get());
    }
  }

  private void tooOld(String wanted, String received, String text) {
    findings.fail(
        AUTHENTICATION, new OidcReason(OidcReasonCode.ID_TOKEN_INVALID, wanted, received, text));
  }
}
