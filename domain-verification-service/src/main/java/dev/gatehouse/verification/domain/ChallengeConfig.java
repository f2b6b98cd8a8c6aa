package dev.gatehouse.verification.domain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What customers are asked to publish. */
@ConfigMapping(prefix = "gatehouse.challenge")
public interface ChallengeConfig {

  /** The label before the claimed name; platforms put their own brand there. */
  @WithDefault("_gatehouse-challenge")
  String label();

  /** How long a challenge can be met. */
  @WithDefault("P14D")
  Duration lifetime();

  /** How soon after the claim we look for the first time. */
  @WithDefault("10s")
  Duration firstCheck();
}
