package dev.gatehouse.sandbox.clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The one source of time: the system's, shifted by an offset. */
@Singleton
final class SandboxClock {
  private final InstantSource system = Clock.tickMillis(ZoneOffset.UTC);
  private volatile Duration offset = Duration.ZERO;

  void shiftTo(Duration offset) {
    this.offset = offset;
  }

  @Produces
  @Singleton
  Clock clock() {
    InstantSource shifted = this::now;
    return shifted.withZone(ZoneOffset.UTC);
  }

  private Instant now() {
    return system.instant().plus(offset);
  }
}
