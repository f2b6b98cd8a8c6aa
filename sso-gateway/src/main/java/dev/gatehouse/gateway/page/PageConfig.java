package dev.gatehouse.gateway.page;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the pages say about the platform. */
@ConfigMapping(prefix = "gatehouse.pages")
interface PageConfig {

  /** The name of the platform, as its users know it; unless set, the pages name nobody. */
  Optional<String> platformName();
}
