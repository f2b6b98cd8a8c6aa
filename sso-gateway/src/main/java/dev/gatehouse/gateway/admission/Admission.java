package dev.gatehouse.gateway.admission;

import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many answers of a connection are worked on at once. A place is taken when the body is there,
 * not before: whoever sends slowly holds nothing.
 */
@Singleton
public class Admission {

  private final int atOnce;
  private final AnswerRates rates;

  /** Only connections that are at work just now, so it needs no bound of its own. */
  private final Map<Id, Integer> working = new HashMap<>();

  Admission(AnswerLimits limits, AnswerRates rates) {
    this.atOnce = limits.atOnce();
    this.rates = rates;
  }

  /** Does the work, or fails with {@link TooBusy} before any of it is done. */
  public <T> Uni<T> admit(Id connection, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() ->
            enter(connection)
                ? begin(work).onTermination().invoke(() -> leave(connection))
                : Uni.createFrom().failure(new TooBusy("too many answers of " + connection)));
  }

  /**
   * The same for an answer at an address of several connections, whose rate could not be counted
   * before it was known which one it is for.
   */
  public <T> Uni<T> admitShared(Id connection, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() ->
            rates.takeFor(connection).isEmpty()
                ? admit(connection, work)
                : Uni.createFrom().failure(new TooBusy("too many answers of " + connection)));
  }

  private static <T> Uni<T> begin(Supplier<Uni<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      return Uni.createFrom().failure(fault);
    }
  }

  private synchronized boolean enter(Id connection) {
    int now = working.getOrDefault(connection, 0);
    if (now >= atOnce) {
      return false;
    }
    working.put(connection, now + 1);
    return true;
  }

  private synchronized void leave(Id connection) {
    working.computeIfPresent(connection, (_, now) -> now == 1 ? null : now - 1);
  }
}
