package dev.gatehouse.gateway.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How old what the gateway knows may get. */
@ConfigMapping(prefix = "gatehouse.projection")
interface ProjectionConfig {

  /**
   * From then on there is an alarm: what an admin takes away may still be allowed here. Each topic
   * has a heartbeat every ten seconds.
   */
  @WithDefault("60s")
  Duration staleAfter();
}
