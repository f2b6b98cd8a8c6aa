package dev.gatehouse.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How old our knowledge may be: the time since the last heartbeat of each partition that this
 * replica reads. A partition that is new to it counts from then, and before the broker gave it any,
 * not even none, everything counts from the start.
 */
@ApplicationScoped
public class Freshness {

  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Set<String> measured = ConcurrentHashMap.newKeySet();
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Instant started;
  private volatile boolean joined;

  Freshness(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    this.metrics = metrics;
    this.started = clock.instant();
  }

  /** The broker said which partitions of a topic this replica reads from now on; maybe none. */
  void assigned(Collection<TopicPartition> partitions) {
    joined = true;
    Instant now = clock.instant();
    partitions.forEach(partition -> heard(partition.topic(), partition.partition(), now));
  }

  /** Another replica reads them. */
  void revoked(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> heard.remove(key(partition.topic(), partition.partition())));
  }

  private static String key(String topic, int partition) {
    return topic + "-" + partition;
  }

  void heard(String topic, int partition, Instant at) {
    String key = key(topic, partition);
    // A topic that is read again from its start repeats old heartbeats.
    heard.merge(key, at, (one, other) -> one.isAfter(other) ? one : other);
    if (measured.add(key)) {
      Gauge.builder("gatehouse.intake.staleness.seconds", () -> staleness(key).toMillis() / 1e3)
          .tag("topic", topic)
          .tag("partition", String.valueOf(partition))
          .register(metrics);
    }
  }

  /** The staleness of the stalest partition; none where this replica has none to read. */
  public Duration worst() {
    Instant now = clock.instant();
    Instant oldest =
        joined ? heard.values().stream().min(Comparator.naturalOrder()).orElse(now) : started;
    return Duration.between(oldest, now);
  }

  private Duration staleness(String key) {
    return Duration.between(heard.getOrDefault(key, clock.instant()), clock.instant());
  }
}
