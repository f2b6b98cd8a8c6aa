package dev.gatehouse.verification.check;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.domain.Domain;
import dev.gatehouse.verification.domain.Domains;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Somebody asks us to look now; at most one look per domain in a short while, on all replicas. */
@ApplicationScoped
class LookNow {

  private final Domains domains;
  private final LookAtDomain lookAtDomain;
  private final CheckConfig config;
  private final Clock clock;

  LookNow(Domains domains, LookAtDomain lookAtDomain, CheckConfig config, Clock clock) {
    this.domains = domains;
    this.lookAtDomain = lookAtDomain;
    this.config = config;
    this.clock = clock;
  }

  Uni<LookOutcome> look(Id id, Cause cause) {
    return Panache.withTransaction(() -> domains.locked(id).map(this::permit))
        .flatMap(permission ->
            switch (permission) {
              case Permission.Go(Assignment assignment) ->
                  lookAtDomain.look(assignment, cause).map(LookNow::outcome);
              case Permission.No(LookOutcome why) -> Uni.createFrom().item(why);
            });
  }

  private sealed interface Permission {
    record Go(Assignment assignment) implements Permission {}

    record No(LookOutcome why) implements Permission {}
  }

  private Permission permit(Optional<Domain> found) {
    if (found.isEmpty()) {
      return new Permission.No(new LookOutcome.Gone());
    }
    Domain domain = found.get();
    if (!domain.isPending() && !(domain.isMissed() && domain.isHeldByRecord())) {
      return new Permission.No(new LookOutcome.NotPending());
    }
    Instant now = clock.instant();
    Duration wait =
        domain
            .lookedAt()
            .map(last -> Duration.between(now, last.plus(config.lookEvery())))
            .filter(Duration::isPositive)
            .orElse(Duration.ZERO);
    if (wait.isPositive()) {
      return new Permission.No(new LookOutcome.JustNow(wait));
    }
    domain.lookedFor(now);
    return new Permission.Go(Assignment.of(domain));
  }

  private static LookOutcome outcome(Optional<Domain> domain) {
    return domain.<LookOutcome>map(LookOutcome.Looked::new).orElseGet(LookOutcome.Gone::new);
  }
}
