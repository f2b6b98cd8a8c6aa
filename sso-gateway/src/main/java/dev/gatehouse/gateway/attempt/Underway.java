package dev.gatehouse.gateway.attempt;

import dev.gatehouse.ids.Id;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attempts of which this replica has just stored a step, so that the next step need not read it
 * again. No more than a hint: whoever goes by it compares, in the very statement that stores what
 * comes of it, with what the database holds, and reads everything where that is something else.
 */
@Singleton
public class Underway {

  private static final int MOST = 2_000;

  private final Map<Id, Attempt> begun = new LinkedHashMap<>();
  private final Map<Id, Answered> answered = new LinkedHashMap<>();

  /**
   * An attempt whose answer was accepted.
   *
   * @param attempt with the sealed verdict as it is stored
   */
  public record Answered(Attempt attempt, Verdict.Accepted verdict) {}

  /** The attempt, if its answer is still awaited. */
  public synchronized Optional<Attempt> begun(Id attempt) {
    return Optional.ofNullable(begun.get(attempt));
  }

  /** The attempt with its verdict, if the browser has not come back for it yet. */
  public synchronized Optional<Answered> answered(Id attempt) {
    return Optional.ofNullable(answered.get(attempt));
  }

  synchronized void begin(Attempt attempt) {
    put(begun, attempt.id(), attempt);
  }

  synchronized void answer(Attempt attempt, Verdict.Accepted verdict) {
    begun.remove(attempt.id());
    put(answered, attempt.id(), new Answered(attempt, verdict));
  }

  /** From now on the database has to be asked. */
  public synchronized void forget(Id attempt) {
    begun.remove(attempt);
    answered.remove(attempt);
  }

  synchronized void forgetExpired(Instant now) {
    begun.values().removeIf(attempt -> attempt.isExpired(now));
    answered.values().removeIf(each -> each.attempt().isExpired(now));
  }

  private static <T> void put(Map<Id, T> all, Id attempt, T value) {
    all.put(attempt, value);
    if (all.size() > MOST) {
      var oldest = all.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
