package dev.gatehouse.verification.check;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.domain.CheckOutcome;
import dev.gatehouse.verification.domain.Domain;
import dev.gatehouse.verification.domain.FoundRecord;
import dev.gatehouse.verification.domain.LastCheck;
import dev.gatehouse.verification.domain.Proof;
import dev.gatehouse.verification.domain.RecordCheck;
import dev.gatehouse.verification.domain.VerificationOutcome;
import dev.gatehouse.verification.domain.VerifyDomain;
import dev.gatehouse.verification.provider.DetectProvider;
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
  private final RetrySchedule schedule;
  private final MeterRegistry metrics;
  private final Clock clock;

  LookAtDomain(
      CheckDomain checkDomain,
      DetectProvider detectProvider,
      VerifyDomain verifyDomain,
      RecordCheck recordCheck,
      CheckConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.checkDomain = checkDomain;
    this.detectProvider = detectProvider;
    this.verifyDomain = verifyDomain;
    this.recordCheck = recordCheck;
    this.schedule =
        new RetrySchedule(
            config.soonest(), config.latest(), () -> ThreadLocalRandom.current().nextDouble());
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The domain afterwards; empty when it was removed meanwhile. */
  Uni<Optional<Domain>> look(Assignment assignment, Cause cause) {
    return located(assignment)
        .flatMap(located ->
            checkDomain
                .check(located.challenge(), located.zone())
                .flatMap(verdict -> settle(located, verdict, cause)));
  }

  private Uni<Assignment> located(Assignment assignment) {
    if (assignment.zone().isPresent()) {
      return Uni.createFrom().item(assignment);
    }
    return detectProvider
        .of(assignment.challenge().domain())
        .call(found ->
            found
                .map(hosting -> recordCheck.hostedBy(assignment.id(), hosting))
                .orElseGet(() -> Uni.createFrom().voidItem()))
        .map(found ->
            new Assignment(
                assignment.id(),
                assignment.challenge(),
                found.map(DetectProvider.Hosting::zone),
                assignment.interestAt()));
  }

  private Uni<Optional<Domain>> settle(Assignment assignment, CheckVerdict verdict, Cause cause) {
    Instant now = clock.instant();
    LastCheck check = lastCheck(verdict, now);
    Instant again = schedule.next(assignment.interestAt(), now);
    metrics.counter("gatehouse.domain.checks", "outcome", check.outcome().code()).increment();
    return switch (verdict) {
      case CheckVerdict.Proven proven ->
          verifyDomain
              .verify(assignment.id(), new Proof.ByDns(check, again), cause)
              .invoke(outcome -> log(assignment, outcome))
              .map(LookAtDomain::domainOf);
      case CheckVerdict.NotPublished nothing ->
          recordCheck.unproven(assignment.id(), check, again, cause);
      case CheckVerdict.Mismatched mistake ->
          recordCheck.unproven(assignment.id(), check, again, cause);
      case CheckVerdict.LookupFailed failed ->
          recordCheck.unproven(assignment.id(), check, again, cause);
    };
  }

  private static LastCheck lastCheck(CheckVerdict verdict, Instant now) {
    return switch (verdict) {
      case CheckVerdict.Proven(List<FoundRecord> found) ->
          new LastCheck(now, CheckOutcome.PROVEN, "The record is right.", found);
      case CheckVerdict.NotPublished(String why) ->
          new LastCheck(now, CheckOutcome.NOT_PUBLISHED, why, List.of());
      case CheckVerdict.Mismatched(CheckOutcome mistake, String why, List<FoundRecord> found) ->
          new LastCheck(now, mistake, why, found);
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
