package dev.gatehouse.verification.domain;

import java.time.Instant;

/** Why a domain should count as verified. */
public sealed interface Proof {

  /**
   * A check met the challenge.
   *
   * @param check that check
   * @param againAt when to look whether the record is still there
   * @param otherwiseAgainAt when to look again if the name is held by another organization
   */
  record ByDns(LastCheck check, Instant againAt, Instant otherwiseAgainAt) implements Proof {}

  /** An operator says so, for a reason that is kept. */
  record ByOperator(String reason) implements Proof {}
}
