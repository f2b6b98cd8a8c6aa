package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;

/** Ends a decision at one of the checks that let nothing behind them be looked at. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final CheckName check;
  private final transient Reason reason;

  private Refusal(CheckName check, Reason reason) {
    // No stack trace: a refused message is an everyday outcome, and attackers would pay with it.
    super(reason.code().code(), null, false, false);
    this.check = check;
    this.reason = reason;
  }

  static Refusal of(CheckName check, ReasonCode code, String expected, String received) {
    return new Refusal(check, Reason.of(code, expected, received));
  }

  static Refusal of(CheckName check, Reason reason) {
    return new Refusal(check, reason);
  }

  CheckName check() {
    return check;
  }

  Reason reason() {
    return reason;
  }
}
