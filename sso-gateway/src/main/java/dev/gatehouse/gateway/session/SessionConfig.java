package dev.gatehouse.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in can still be signed out of. */
@ConfigMapping(prefix = "gatehouse.sessions")
interface SessionConfig {

  /** At least as long as applications keep their sessions. */
  @WithDefault("P30D")
  Duration remembered();
}
