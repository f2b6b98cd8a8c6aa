package dev.gatehouse.verification.check.dns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whom to ask, and how long to wait. */
@ConfigMapping(prefix = "gatehouse.dns")
interface DnsConfig {

  /**
   * Resolvers as {@code host:port}, asked in this order; the system's own unless set. Where there
   * are several, two of them have to agree about a domain's record.
   */
  Optional<List<String>> resolvers();

  /** How long one resolver has for one question. */
  @WithDefault("2s")
  Duration timeout();

  /** How often the whole list is asked before a question stays unanswered. */
  @WithDefault("2")
  int rounds();
}
