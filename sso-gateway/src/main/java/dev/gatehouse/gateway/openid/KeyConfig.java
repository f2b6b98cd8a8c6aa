package dev.gatehouse.gateway.openid;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long token signing keys live. */
@ConfigMapping(prefix = "gatehouse.signing-keys")
interface KeyConfig {

  /** How long a key signs before its successor is made. */
  @WithDefault("P90D")
  Duration lifetime();

  /** How long a key is published before it signs; applications look at our keys meanwhile. */
  @WithDefault("PT10M")
  Duration announcement();

  /** How long a key stays published after its successor signs. */
  @WithDefault("P1D")
  Duration retirement();
}
