package dev.gatehouse.gateway.projection;

import dev.gatehouse.intake.Freshness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Raises an alarm when the owners' news stay away. The gateway stays ready: signing in goes on
 * without Kafka, and an operator can stop a connection here and now.
 */
@Startup
@Singleton
class WatchStaleness {

  private static final Logger LOG = Logger.getLogger(WatchStaleness.class);

  private final Freshness freshness;
  private final Duration limit;
  private final MeterRegistry metrics;
  private final List<Gauge> gauges;
  private volatile boolean stale;

  WatchStaleness(Freshness freshness, ProjectionConfig config, MeterRegistry metrics) {
    this.freshness = freshness;
    this.limit = config.staleAfter();
    this.metrics = metrics;
    this.gauges =
        List.of(
            Gauge.builder("gatehouse.projection.stale", () -> stale ? 1 : 0)
                .description(
                    "1 while the projection is older than gatehouse.projection.stale-after")
                .register(metrics),
            Gauge.builder(
                    "gatehouse.projection.age.seconds", () -> freshness.worst().toMillis() / 1e3)
                .description("Since the last heartbeat of the partition that was heard last")
                .register(metrics));
  }

  /** The registry outlives an application that starts again, and would go on asking this one. */
  @PreDestroy
  void stop() {
    gauges.forEach(metrics::remove);
  }

  @Scheduled(every = "1s", identity = "watch-staleness")
  void watch() {
    Duration age = freshness.worst();
    boolean now = age.compareTo(limit) > 0;
    if (now && !stale) {
      LOG.warnf(
          "The projection is stale: no news for %d s. Sign-in goes on; what was taken away since may"
              + " still be allowed. Suspend a connection to stop it here.",
          age.toSeconds());
    }
    if (!now && stale) {
      LOG.info("The projection is fresh again");
    }
    stale = now;
  }
}
