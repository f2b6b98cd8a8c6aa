package dev.gatehouse.verification.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often and how patiently challenges are looked for. */
@ConfigMapping(prefix = "gatehouse.check")
interface CheckConfig {

  /** The first wait after a claim, and the shortest ever. */
  @WithDefault("10s")
  Duration soonest();

  /** The longest wait between two checks. */
  @WithDefault("1h")
  Duration latest();

  /** The least time between two looks that people ask for, per domain. */
  @WithDefault("10s")
  Duration lookEvery();

  /** How many due domains one replica takes at a time. */
  @WithDefault("32")
  int batch();

  /** How long a domain taken by a replica stays its own; longer than any check lasts. */
  @WithDefault("60s")
  Duration lease();

  /** A check that lasts longer has failed. */
  @WithDefault("20s")
  Duration deadline();
}
