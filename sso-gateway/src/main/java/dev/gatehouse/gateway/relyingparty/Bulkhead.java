package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Bounds how many trips to identity providers are under way. By organization, because whoever
 * administers one may connect it to any number of slow providers.
 */
@Singleton
class Bulkhead {

  private final int most;
  private final int mostOfOne;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<Id, Integer> byOrganization = new ConcurrentHashMap<>();

  Bulkhead(RelyingPartyConfig config) {
    this.most = config.atOnce();
    this.mostOfOne = config.atOnceForOrganization();
  }

  /** Does the work, or fails with {@link TooBusy} before it has begun. */
  <T> Uni<T> run(Id organization, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          if (!enter(organization)) {
            return Uni.createFrom()
                .failure(new TooBusy(new IllegalStateException("too many trips of one customer")));
          }
          AtomicBoolean left = new AtomicBoolean();
          return Uni.createFrom()
              .deferred(() -> work.get())
              .onTermination()
              .invoke(() -> {
                if (left.compareAndSet(false, true)) {
                  leave(organization);
                }
              });
        });
  }

  private boolean enter(Id organization) {
    if (all.incrementAndGet() > most) {
      all.decrementAndGet();
      return false;
    }
    AtomicBoolean entered = new AtomicBoolean();
    byOrganization.compute(
        organization,
        (_, present) -> {
          int now = present == null ? 0 : present;
          entered.set(now < mostOfOne);
          return entered.get() ? Integer.valueOf(now + 1) : present;
        });
    if (!entered.get()) {
      all.decrementAndGet();
    }
    return entered.get();
  }

  private void leave(Id organization) {
    all.decrementAndGet();
    byOrganization.computeIfPresent(
        organization, (_, present) -> present > 1 ? Integer.valueOf(present - 1) : null);
  }
}
