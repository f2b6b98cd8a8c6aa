package dev.gatehouse.gateway.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the pages say about the platform. */
@ConfigMapping(prefix = "gatehouse.pages")
interface PageConfig {

  /** The name of the platform, as its users know it. */
  @WithDefault("single sign-on")
  String platformName();
}
