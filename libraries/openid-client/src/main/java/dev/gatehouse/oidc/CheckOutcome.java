package dev.gatehouse.oidc;

/** How far a check got. */
public enum CheckOutcome {
  PASSED,
  FAILED,
  /** An earlier check ended the decision, or there was nothing to look at. */
  NOT_REACHED
}
