package dev.gatehouse.gateway.page;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What the pages say about the platform, and in which look. */
@ConfigMapping(prefix = "gatehouse.pages")
interface PageConfig {

  /** The name of the platform, as its users know it; unless set, the pages name nobody. */
  Optional<String> platformName();

  /** A logo file (.svg, .png, .webp or .jpg, at most 100 kB), shown above every page. */
  Optional<Path> logo();

  /** Colour of buttons and links, {@code #rrggbb}; readable on white, or the start is refused. */
  Optional<String> accentColor();

  /** The same on dark; unless set, dark pages keep our own. */
  Optional<String> accentColorDark();
}
