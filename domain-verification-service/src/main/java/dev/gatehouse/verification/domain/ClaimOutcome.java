package dev.gatehouse.verification.domain;

/** What came of a claim. */
sealed interface ClaimOutcome {

  /** It waits for proof now. */
  record Claimed(Domain domain) implements ClaimOutcome {}

  /** The organization was deleted meanwhile. */
  record OrganizationGone() implements ClaimOutcome {}

  /** The name is so long that the challenge's host would be none. */
  record NoRoomForChallenge() implements ClaimOutcome {}
}
