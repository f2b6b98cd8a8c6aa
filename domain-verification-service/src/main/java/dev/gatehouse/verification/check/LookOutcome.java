package dev.gatehouse.verification.check;

import dev.gatehouse.verification.domain.Domain;
import java.time.Duration;

/** What came of asking us to look. */
sealed interface LookOutcome {

  /** We looked; the domain tells what we found. */
  record Looked(Domain domain) implements LookOutcome {}

  /** Somebody asked a moment ago. */
  record JustNow(Duration remaining) implements LookOutcome {}

  /** There is no challenge to look for. */
  record NotPending() implements LookOutcome {}

  /** It was removed meanwhile. */
  record Gone() implements LookOutcome {}
}
