package dev.gatehouse.gateway.saml;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much work for identity providers' messages the gateway takes on. */
@ConfigMapping(prefix = "gatehouse.saml")
interface SamlConfig {

  /** Messages judged at once; the number of processors unless set. */
  OptionalInt workers();

  /** Messages that may wait; beyond that the gateway says that it is busy. */
  @WithDefault("256")
  int queue();

  /** How far an identity provider's clock may be from ours. */
  @WithDefault("PT3M")
  Duration clockSkew();
}
