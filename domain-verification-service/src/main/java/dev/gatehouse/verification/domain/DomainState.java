package dev.gatehouse.verification.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The life of a domain:
 *
 * <pre>
 *  Pending ──► Verified ──► Lapsing ──► Lapsed
 *     │           ▲            │           │
 *     ▼           └────────────┴───────────┘  the proof is back
 *  Expired                    from any: ──► Removed, or Deleted with its organization
 * </pre>
 *
 * A Lapsed one is removed as well when another organization proves the name.
 */
public sealed interface DomainState {

  /** Claimed, not proven. Any number of organizations may have the same name pending. */
  record Pending(Challenge challenge, Instant nextCheckAt) implements DomainState {}

  /** Proven; at most one organization holds a name. */
  record Verified(Ownership ownership) implements DomainState {}

  /** The proof has been missing for days; everything still works. */
  record Lapsing(Ownership ownership, Instant lapsesAt) implements DomainState {}

  /** The proof is gone; who is known keeps signing in, nobody new does. */
  record Lapsed(Ownership ownership) implements DomainState {}

  /** Not proven in time. */
  record Expired() implements DomainState {}

  /** Taken off by somebody; a name that was held is free again. */
  record Removed(Optional<Ownership> ownership) implements DomainState {}

  /** Gone with its organization. */
  record Deleted() implements DomainState {}
}
