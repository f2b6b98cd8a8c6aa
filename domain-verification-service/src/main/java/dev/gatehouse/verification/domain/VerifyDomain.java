package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An organization wins a name, or another has it already. No look beforehand decides that: the
 * unique index on held names does, when the win is written.
 */
@ApplicationScoped
public class VerifyDomain {

  private static final Cause CAUSE = Cause.ofService("domain-verification-service");

  private final Domains domains;
  private final DomainEvents events;
  private final Clock clock;

  VerifyDomain(Domains domains, DomainEvents events, Clock clock) {
    this.domains = domains;
    this.events = events;
    this.clock = clock;
  }

  /** In transactions of its own. */
  public Uni<VerificationOutcome> verify(Id id, Proof proof, Cause cause) {
    return Panache.withTransaction(() -> domains.locked(id).flatMap(d -> win(d, proof, cause)))
        .onFailure(UniqueNames::isHeldElsewhere)
        .recoverWithUni(
            () -> Panache.withTransaction(() -> domains.locked(id).map(d -> lose(d, proof))));
  }

  private Uni<VerificationOutcome> win(Optional<Domain> found, Proof proof, Cause cause) {
    if (found.filter(Domain::isMissed).isPresent() && proof instanceof Proof.ByOperator word) {
      return vouch(found.get(), word, cause);
    }
    Optional<Domain> pending = found.filter(Domain::isPending);
    if (pending.isEmpty()) {
      return Uni.createFrom().item(new VerificationOutcome.NotPending(found));
    }
    Domain domain = pending.get();
    Instant now = clock.instant();
    return switch (proof) {
      case Proof.ByDns(LastCheck check, Instant again, Instant otherwiseAgain) -> {
        domain.remember(check);
        yield domain.challenge().isExpired(now)
            ? expire(domain, cause)
            : raise(domain, VerifiedBy.DNS, now, Map.of(), cause)
                .invoke(won -> domain.recheckAt(again, now));
      }
      case Proof.ByOperator(String reason) ->
          raise(domain, VerifiedBy.OPERATOR, now, Map.of("reason", reason), cause);
    };
  }

  private Uni<VerificationOutcome> raise(
      Domain domain, VerifiedBy by, Instant now, Map<String, String> remarks, Cause cause) {
    return takeFromLapsed(domain)
        .flatMap(free -> domains.raiseOwnership(domain.name().ascii()))
        .invoke(number -> domain.win(number, by, now))
        .call(domains::flush)
        .call(() -> events.changed(domain, DomainStatus.PENDING, cause, remarks))
        .replaceWith(() -> new VerificationOutcome.Verified(domain));
  }

  /**
   * Whoever has a name whose proof is gone loses it to whoever proves it, and is not told who that
   * was.
   */
  private Uni<Void> takeFromLapsed(Domain winner) {
    return domains
        .lockedLapsed(winner.name().ascii())
        .flatMap(found ->
            found
                .map(lapsed -> {
                  lapsed.remove();
                  return domains
                      .flush()
                      .call(() ->
                          events.changed(
                              lapsed,
                              DomainStatus.LAPSED,
                              CAUSE,
                              Map.of("reason", "Another organization proved the name.")));
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<VerificationOutcome> vouch(Domain domain, Proof.ByOperator word, Cause cause) {
    DomainStatus before = domain.status();
    domain.vouchFor(clock.instant());
    return events
        .changed(domain, before, cause, Map.of("reason", word.reason()))
        .replaceWith(() -> new VerificationOutcome.Verified(domain));
  }

  private Uni<VerificationOutcome> expire(Domain domain, Cause cause) {
    domain.expire();
    return events
        .changed(domain, DomainStatus.PENDING, cause)
        .replaceWith(() -> new VerificationOutcome.NotPending(Optional.of(domain)));
  }

  private static VerificationOutcome lose(Optional<Domain> found, Proof proof) {
    Optional<Domain> pending = found.filter(Domain::isPending);
    if (pending.isEmpty()) {
      return new VerificationOutcome.NotPending(found);
    }
    Domain domain = pending.get();
    switch (proof) {
      case Proof.ByDns(LastCheck check, Instant again, Instant otherwiseAgain) -> {
        domain.remember(
            new LastCheck(
                check.at(),
                CheckOutcome.OWNED_ELSEWHERE,
                "The record is right, but another organization holds "
                    + domain.name()
                    + ". Leave the record in place and ask the platform.",
                check.found()));
        domain.checkAgainAt(otherwiseAgain);
      }
      case Proof.ByOperator byOperator -> {}
    }
    return new VerificationOutcome.OwnedElsewhere(domain);
  }
}
