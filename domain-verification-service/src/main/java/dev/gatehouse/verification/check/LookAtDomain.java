package dev.gatehouse.verification.check;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.domain.CheckOutcome;
import dev.gatehouse.verification.domain.Domain;
import dev.gatehouse.verification.domain.FoundRecord;
import dev.gatehouse.verification.domain.LastCheck;
import dev.gatehouse.verification.domain.Proof;
import dev.gatehouse.verification.domain.ProofConfig;
import dev.gatehouse.verification.domain.RecheckDomain;
import dev.gatehouse.verification.domain.RecordCheck;
import dev.gatehouse.verification.domain.VerificationOutcome;
import dev.gatehouse.verification.domain.VerifyDomain;
import dev.gatehouse.verification.provider.DetectProvider;
import dev.gatehouse.verification.provider.DetectProvider.Hosting;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One look at one domain: DNS first, with no transaction open, then what follows from it. */
@ApplicationScoped
class LookAtDomain {

  private static final Logger LOG = Logger.getLogger(LookAtDomain.class);

  private final CheckDomain checkDomain;
  private final DetectProvider detectProvider;
  private final VerifyDomain verifyDomain;
  private final RecordCheck recordCheck;
  private final RecheckDomain recheckDomain;
  private final RetrySchedule schedule;
  private final RecheckSchedule recheck;
  private final MeterRegistry metrics;
  private final Clock clock;

  LookAtDomain(
      CheckDomain checkDomain,
      DetectProvider detectProvider,
      VerifyDomain verifyDomain,
      RecordCheck recordCheck,
      RecheckDomain recheckDomain,
      CheckConfig config,
      ProofConfig proof,
      MeterRegistry metrics,
      Clock clock) {
    this.checkDomain = checkDomain;
    this.detectProvider = detectProvider;
    this.verifyDomain = verifyDomain;
    this.recordCheck = recordCheck;
    this.recheckDomain = recheckDomain;
    this.schedule =
        new RetrySchedule(
            config.soonest(), config.latest(), () -> ThreadLocalRandom.current().nextDouble());
    this.recheck =
        new RecheckSchedule(
            proof.every(), proof.unanswered(), () -> ThreadLocalRandom.current().nextDouble());
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The domain afterwards; empty when it was removed meanwhile. */
  Uni<Optional<Domain>> look(Assignment assignment, Cause cause) {
    return read(assignment).flatMap(sight -> settle(sight, cause));
  }

  /** The half that asks DNS. Any number may run at a time. */
  Uni<Sight> read(Assignment assignment) {
    return news(assignment)
        .flatMap(news ->
            checkDomain
                .check(assignment.challenge(), assignment.zone().or(() -> news.map(Hosting::zone)))
                .map(verdict -> new Sight(assignment, verdict, news)));
  }

  private Uni<Optional<Hosting>> news(Assignment assignment) {
    return assignment.zone().isPresent()
        ? Uni.createFrom().item(Optional.empty())
        : detectProvider.of(assignment.challenge().domain());
  }

  /**
   * The half that writes; the domain afterwards, empty when it was removed meanwhile. One at a time
   * on a Vert.x context, because its database session lives there.
   */
  Uni<Optional<Domain>> settle(Sight sight, Cause cause) {
    Assignment assignment = sight.assignment();
    return sight
        .news()
        .map(hosting -> recordCheck.hostedBy(assignment.id(), hosting))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .flatMap(done -> settle(assignment, sight.verdict(), cause));
  }

  private Uni<Optional<Domain>> settle(Assignment assignment, CheckVerdict verdict, Cause cause) {
    Instant now = clock.instant();
    LastCheck check = lastCheck(verdict, now);
    metrics.counter("gatehouse.domain.checks", "outcome", check.outcome().code()).increment();
    return assignment.held()
        ? recheckDomain.settle(
            assignment.id(), proved(verdict), check, nextRecheck(verdict, now), cause)
        : settlePending(assignment, verdict, check, now, cause);
  }

  private Uni<Optional<Domain>> settlePending(
      Assignment assignment, CheckVerdict verdict, LastCheck check, Instant now, Cause cause) {
    Instant again = schedule.next(assignment.interestAt(), now);
    return switch (verdict) {
      case CheckVerdict.Proven proven ->
          verifyDomain
              .verify(
                  assignment.id(), new Proof.ByDns(check, recheck.afterAnswer(now), again), cause)
              .invoke(outcome -> log(assignment, outcome))
              .map(LookAtDomain::domainOf);
      case CheckVerdict.NotPublished nothing ->
          recordCheck.unproven(assignment.id(), check, again, cause);
      case CheckVerdict.Mismatched mistake ->
          recordCheck.unproven(assignment.id(), check, again, cause);
      case CheckVerdict.Disputed disputed ->
          recordCheck.unproven(assignment.id(), check, again, cause);
      case CheckVerdict.LookupFailed failed ->
          recordCheck.unproven(assignment.id(), check, again, cause);
    };
  }

  private static RecheckDomain.Proved proved(CheckVerdict verdict) {
    return switch (verdict) {
      case CheckVerdict.Proven proven -> RecheckDomain.Proved.THERE;
      case CheckVerdict.NotPublished nothing -> RecheckDomain.Proved.ABSENT;
      case CheckVerdict.Mismatched mistake -> RecheckDomain.Proved.ABSENT;
      case CheckVerdict.Disputed disputed -> RecheckDomain.Proved.UNKNOWN;
      case CheckVerdict.LookupFailed failed -> RecheckDomain.Proved.UNKNOWN;
    };
  }

  private Instant nextRecheck(CheckVerdict verdict, Instant now) {
    return proved(verdict) == RecheckDomain.Proved.UNKNOWN
        ? recheck.afterSilence(now)
        : recheck.afterAnswer(now);
  }

  private static LastCheck lastCheck(CheckVerdict verdict, Instant now) {
    return switch (verdict) {
      case CheckVerdict.Proven(List<FoundRecord> found) ->
          new LastCheck(now, CheckOutcome.PROVEN, "The record is right.", found);
      case CheckVerdict.NotPublished(String why) ->
          new LastCheck(now, CheckOutcome.NOT_PUBLISHED, why, List.of());
      case CheckVerdict.Mismatched(CheckOutcome mistake, String why, List<FoundRecord> found) ->
          new LastCheck(now, mistake, why, found);
      case CheckVerdict.Disputed(String why, List<FoundRecord> found) ->
          new LastCheck(now, CheckOutcome.RESOLVERS_DISAGREE, why, found);
      case CheckVerdict.LookupFailed(String why) ->
          new LastCheck(now, CheckOutcome.LOOKUP_FAILED, why, List.of());
    };
  }

  private static Optional<Domain> domainOf(VerificationOutcome outcome) {
    return switch (outcome) {
      case VerificationOutcome.Verified(Domain domain) -> Optional.of(domain);
      case VerificationOutcome.OwnedElsewhere(Domain domain) -> Optional.of(domain);
      case VerificationOutcome.NotPending(Optional<Domain> domain) -> domain;
    };
  }

  private static void log(Assignment assignment, VerificationOutcome outcome) {
    LOG.infof(
        "A domain was proven domainId=%s outcome=%s",
        assignment.id(), outcome.getClass().getSimpleName());
  }
}
