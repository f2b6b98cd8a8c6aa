package dev.gatehouse.verification.check;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.domain.Domains;
import dev.gatehouse.verification.domain.ProofConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks at every domain whose time has come, whether or not anybody is watching. Replicas share the
 * work: each takes rows that no other has taken, and a replica that dies gives its rows back when
 * the lease is over. Pending and proven domains have a share each, so that neither makes the other
 * wait.
 */
@ApplicationScoped
class CheckDueDomains {

  private static final Logger LOG = Logger.getLogger(CheckDueDomains.class);
  private static final Cause CAUSE = Cause.ofService("domain-verification-service");

  private final Domains domains;
  private final LookAtDomain lookAtDomain;
  private final CheckConfig config;
  private final ProofConfig proof;
  private final Clock clock;
  private final AtomicLong backlog;

  CheckDueDomains(
      Domains domains,
      LookAtDomain lookAtDomain,
      CheckConfig config,
      ProofConfig proof,
      MeterRegistry metrics,
      Clock clock) {
    this.domains = domains;
    this.lookAtDomain = lookAtDomain;
    this.config = config;
    this.proof = proof;
    this.clock = clock;
    this.backlog = metrics.gauge("gatehouse.domains.due", new AtomicLong());
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> tick() {
    return Panache.withSession(() -> domains.countDue(clock.instant()))
        .invoke(backlog::set)
        .flatMap(due -> due == 0 ? Uni.createFrom().voidItem() : checkDue());
  }

  private Uni<Void> checkDue() {
    return Panache.withTransaction(this::take)
        .onItem()
        .transformToMulti(taken -> Multi.createFrom().iterable(taken))
        .onItem()
        .transformToUni(this::read)
        .merge(config.batch() + proof.batch())
        .onItem()
        .transformToUniAndConcatenate(this::settle)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<List<Assignment>> take() {
    Instant now = clock.instant();
    return domains
        .lockedDue(now, config.batch())
        .flatMap(pending ->
            domains
                .lockedDueAgain(now, proof.batch())
                .map(held -> Stream.concat(pending.stream(), held.stream()).toList()))
        .invoke(due -> due.forEach(domain -> domain.takeUntil(now.plus(config.lease()))))
        .map(due -> due.stream().map(Assignment::of).toList());
  }

  /** A look that breaks must not take the others with it; its lease runs out. */
  private Uni<Sight> read(Assignment assignment) {
    return lookAtDomain.read(assignment).onFailure().recoverWithUni(f -> broken(assignment, f));
  }

  private Uni<Void> settle(Sight sight) {
    return lookAtDomain
        .settle(sight, CAUSE)
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure -> broken(sight.assignment(), failure));
  }

  private static <T> Uni<T> broken(Assignment assignment, Throwable failure) {
    LOG.errorf(failure, "A check broke domainId=%s", assignment.id());
    return Uni.createFrom().nullItem();
  }
}
