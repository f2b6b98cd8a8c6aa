package dev.gatehouse.gateway.discover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one address may ask. */
@ConfigMapping(prefix = "gatehouse.discover")
interface DiscoverConfig {

  /** Calls that may come at once. */
  @WithDefault("60")
  int burst();

  /** Calls that may come each second in the long run. */
  @WithDefault("10")
  int perSecond();

  /** How many addresses are remembered; the longest silent is forgotten first. */
  @WithDefault("10000")
  int addresses();
}
