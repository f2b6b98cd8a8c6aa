package dev.gatehouse.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many streams there may be, and how often each is looked after. */
@ConfigMapping(prefix = "gatehouse.live")
interface LiveConfig {

  /** Open streams of one caller on one replica. */
  @WithDefault("30")
  int streamsPerCaller();

  /** Open streams of one replica. */
  @WithDefault("5000")
  int streams();

  /**
   * How often a quiet stream says that it lives, and its reader's permission is looked up again.
   */
  @WithDefault("15s")
  Duration heartbeat();

  /** How often the expiry of tokens is looked at. */
  @WithDefault("1s")
  Duration tick();
}
