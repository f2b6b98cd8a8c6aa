package dev.gatehouse.clock;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Provides {@link Clock}; it can be moved only where {@code gatehouse.clock.movable} says so. */
@Singleton
class ClockProducer {

  private final boolean movable;
  private final MovableClock clock = new MovableClock();

  ClockProducer(
      @ConfigProperty(name = "gatehouse.clock.movable", defaultValue = "false") boolean movable) {
    this.movable = movable;
  }

  void refuseInProduction(@Observes StartupEvent start) {
    if (movable
        && LaunchMode.current() == LaunchMode.NORMAL
        && ConfigUtils.isProfileActive("prod")) {
      throw new IllegalStateException(
          "GATEHOUSE_CLOCK_MOVABLE=true is for tests; the production profile refuses to start with"
              + " it");
    }
  }

  /** Ticks in milliseconds: what is answered now and what is read back later are the same. */
  @Produces
  @Singleton
  Clock clock() {
    return movable ? clock : Clock.tickMillis(ZoneOffset.UTC);
  }

  boolean isMovable() {
    return movable;
  }

  MovableClock movableClock() {
    return clock;
  }
}
