package dev.gatehouse.gateway.logout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How persistently applications are told that somebody was signed out. */
@ConfigMapping(prefix = "gatehouse.backchannel-logout")
interface BackchannelLogoutConfig {

  /** The wait after the first failure; four times as long after each further one. */
  @WithDefault("PT5S")
  Duration firstRetry();

  /** The longest wait. */
  @WithDefault("PT1H")
  Duration longestRetry();

  /** Then it is given up: nearly five hours with the other defaults. */
  @WithDefault("10")
  int attempts();
}
