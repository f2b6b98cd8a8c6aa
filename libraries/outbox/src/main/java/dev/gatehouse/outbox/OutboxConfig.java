package dev.gatehouse.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How a service publishes. */
@ConfigMapping(prefix = "gatehouse.outbox")
interface OutboxConfig {

  /** The service's name: CloudEvents source, and part of the transactional id. */
  String source();

  /** The topics this service owns and creates if they are missing, and how each keeps records. */
  Map<String, Retention> topics();

  /** Off in tests that look at the outbox itself. */
  @WithDefault("true")
  boolean enabled();

  /** How long the relay sleeps when nothing wakes it. */
  @WithDefault("1s")
  Duration poll();

  /** PostgreSQL ends the leader's session after this idle time, which frees the lock. */
  @WithDefault("6s")
  Duration idleSessionTimeout();

  /** How often each partition of a state topic gets a heartbeat. */
  @WithDefault("10s")
  Duration heartbeat();

  @WithDefault("200")
  int batch();

  @WithDefault("3")
  int partitions();

  @WithDefault("1")
  short replication();

  /** How long a record that nobody could read is kept: time enough to look at it. */
  @WithDefault("14d")
  Duration deadLetters();

  /** How a topic keeps its records. */
  enum Retention {
    COMPACT,
    SEVEN_DAYS,
    FOREVER,
    /** As long as {@link OutboxConfig#deadLetters}, also where the topic is there already. */
    DEAD_LETTERS
  }
}
