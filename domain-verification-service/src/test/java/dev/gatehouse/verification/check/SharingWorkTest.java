package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.domain.Domain;
import dev.gatehouse.verification.domain.Domains;
import dev.gatehouse.verification.eventloop.CallersContext;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Replicas share the due domains through the database. */
@RunningService
class SharingWorkTest {

  private static final int ALL = 10_000;

  private final Domains domains;
  private final Clock clock;

  SharingWorkTest(Domains domains, Clock clock) {
    this.domains = domains;
    this.clock = clock;
  }

  private static <T> T inTransaction(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work::get));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private Uni<List<String>> take(Instant now) {
    return domains
        .lockedDue(now, ALL)
        .map(due -> due.stream().map(domain -> domain.id().toString()).toList());
  }

  @Test
  void noTwoReplicasTakeTheSameDomain() {
    String claimed = TestOrganization.ready().claimed(TestOrganization.freshName()).id();
    Instant later = clock.instant().plus(Duration.ofHours(2));
    List<String> other = new ArrayList<>();

    List<String> one =
        inTransaction(() ->
            take(later)
                .call(taken ->
                    CallersContext.returning(() ->
                        Uni.createFrom()
                            .completionStage(
                                CompletableFuture.runAsync(
                                    () -> other.addAll(inTransaction(() -> take(later))))))));

    assertThat(one).contains(claimed);
    assertThat(other).doesNotContainAnyElementsOf(one);
  }

  @Test
  void whatADeadReplicaTookIsDueAgainWhenItsLeaseIsOver() {
    String claimed = TestOrganization.ready().claimed(TestOrganization.freshName()).id();
    Instant later = clock.instant().plus(Duration.ofHours(2));
    Instant leaseEnds = later.plusSeconds(60);
    inTransaction(() ->
        domains
            .lockedDue(later, ALL)
            .invoke(due -> due.forEach((Domain domain) -> domain.takeUntil(leaseEnds))));

    assertThat(inTransaction(() -> take(later.plusSeconds(59)))).doesNotContain(claimed);
    assertThat(inTransaction(() -> take(leaseEnds))).contains(claimed);

    inTransaction(() ->
        domains
            .lockedDue(leaseEnds, ALL)
            .invoke(due -> due.forEach((Domain domain) -> domain.takeUntil(Instant.EPOCH))));
  }
}
