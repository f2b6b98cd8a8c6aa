package dev.gatehouse.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * System time plus an offset, so that time still flows after a test has moved it. In milliseconds,
 * like the clock of production.
 */
public final class MovableClock extends Clock {

  private final Clock system;
  private volatile Duration offset = Duration.ZERO;

  public MovableClock() {
    this(Clock.tickMillis(ZoneOffset.UTC));
  }

  private MovableClock(Clock system) {
    this.system = system;
  }

  /** From now on the clock shows system time plus this much. */
  public void shiftTo(Duration newOffset) {
    offset = newOffset;
  }

  Duration offset() {
    return offset;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    MovableClock other = new MovableClock(system.withZone(zone));
    other.shiftTo(offset);
    return other;
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset);
  }
}
