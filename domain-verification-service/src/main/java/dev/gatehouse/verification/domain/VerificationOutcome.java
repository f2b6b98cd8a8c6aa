package dev.gatehouse.verification.domain;

import java.util.Optional;

/** What came of a verification. */
public sealed interface VerificationOutcome {

  /** The organization holds the name now. */
  record Verified(Domain domain) implements VerificationOutcome {}

  /** Another organization holds it; this one keeps waiting. */
  record OwnedElsewhere(Domain domain) implements VerificationOutcome {}

  /** It does not wait for proof, or not any more. */
  record NotPending(Optional<Domain> domain) implements VerificationOutcome {}
}
