package dev.gatehouse.outbox;

import dev.gatehouse.ids.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox: one relay at a time per service, in order, at least once. It runs on one
 * thread of its own with a blocking driver, away from everything that answers requests.
 */
@Singleton
class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final OutboxConfig config;
  private final Clock clock;
  private final Map<String, Object> kafka;
  private final String url;
  private final String user;
  private final String password;
  private final AtomicInteger failures;
  private volatile boolean running;
  private @Nullable Thread thread;
  private Instant lastHeartbeat = Instant.EPOCH;

  Relay(
      OutboxConfig config,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.config = config;
    this.clock = clock;
    this.kafka = Map.of("bootstrap.servers", servers);
    this.url = url;
    this.user = user;
    this.password = password;
    this.failures = metrics.gauge("gatehouse.outbox.failures.in.a.row", new AtomicInteger());
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      running = true;
      thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    Thread relay = thread;
    if (relay != null) {
      letFinish(relay);
    }
  }

  /** It looks up at least once per poll; only a relay that hangs in a call is interrupted. */
  private void letFinish(Thread relay) {
    try {
      if (!relay.join(config.poll().plus(GRACE))) {
        relay.interrupt();
      }
    } catch (InterruptedException e) {
      relay.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running) {
      try {
        leadAndPublish();
        failures.set(0);
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | ExecutionException | RuntimeException e) {
        if (running) {
          failures.incrementAndGet();
          LOG.warnf("The relay lost its database or its broker and starts over: %s", e.toString());
          LOG.debug("Cause", e);
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.poll());
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void leadAndPublish() throws SQLException, InterruptedException, ExecutionException {
    try (Leadership leadership = new Leadership(url, user, password, config.idleSessionTimeout())) {
      while (!leadership.tryLead()) {
        leadership.awaitWork(config.poll());
        if (!running) {
          return;
        }
      }
      new Topics(config, kafka).createMissing();
      try (Publisher publisher = new Publisher(kafka, config.source(), new Ids(clock))) {
        LOG.infof("This replica publishes the events of %s", config.source());
        failures.set(0);
        publishUntilStopped(leadership, publisher);
      }
    }
  }

  /**
   * Only a full batch is followed by the next at once. Events that nobody waits for gather
   * meanwhile: a transaction of Kafka and one of PostgreSQL for every few of them would cost more
   * than the sign-ins that they tell of.
   */
  private void publishUntilStopped(Leadership leadership, Publisher publisher)
      throws SQLException, InterruptedException, ExecutionException {
    while (running) {
      // What is committed while a batch is on its way is not in it, and a heartbeat vouches for
      // none.
      Instant asOf = clock.instant();
      List<Leadership.Waiting> waiting = leadership.oldest(config.batch());
      if (!waiting.isEmpty()) {
        publisher.publish(waiting.stream().map(Leadership.Waiting::event).toList());
        leadership.remove(waiting);
      }
      if (waiting.size() < config.batch()) {
        heartbeatIfDue(publisher, asOf);
        leadership.awaitWork(config.poll());
      }
    }
  }

  private void heartbeatIfDue(Publisher publisher, Instant now)
      throws InterruptedException, ExecutionException {
    if (now.isBefore(lastHeartbeat.plus(config.heartbeat())) && !now.isBefore(lastHeartbeat)) {
      return;
    }
    publisher.heartbeat(
        config.topics().entrySet().stream()
            .filter(topic -> topic.getValue() == OutboxConfig.Retention.COMPACT)
            .map(Map.Entry::getKey)
            .toList(),
        now);
    lastHeartbeat = now;
  }
}
