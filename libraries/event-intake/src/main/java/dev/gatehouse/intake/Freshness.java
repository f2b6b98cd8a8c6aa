package dev.gatehouse.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How old our knowledge may be: the time since the last heartbeat of each partition. */
@ApplicationScoped
public class Freshness {

  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Clock clock;
  private final MeterRegistry metrics;

  Freshness(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    this.metrics = metrics;
  }

  void heard(String topic, int partition, Instant at) {
    String key = topic + "-" + partition;
    if (heard.put(key, at) == null) {
      Gauge.builder("gatehouse.intake.staleness.seconds", () -> staleness(key).toMillis() / 1e3)
          .tag("topic", topic)
          .tag("partition", String.valueOf(partition))
          .register(metrics);
    }
  }

  /** The staleness of the stalest partition, empty before the first heartbeat. */
  public Optional<Duration> worst() {
    return heard.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(Collections.min(heard.values()), clock.instant()));
  }

  private Duration staleness(String key) {
    return Duration.between(heard.getOrDefault(key, clock.instant()), clock.instant());
  }
}
