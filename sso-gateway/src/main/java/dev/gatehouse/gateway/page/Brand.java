package dev.gatehouse.gateway.page;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform's name, logo and colour. Read once, at the start, which fails where a file or a
 * colour is not usable: people would be the first to see it.
 */
@Singleton
@Startup
final class Brand {

  private static final int LARGEST_LOGO = 100_000;
  private static final double READABLE = 4.5;
  private static final Map<String, String> TYPES =
      Map.of(
          "svg", "image/svg+xml",
          "png", "image/png",
          "webp", "image/webp",
          "jpg", "image/jpeg");

  private final String name;
  private final @Nullable Logo logo;
  private final String css;

  Brand(PageConfig config) {
    name = config.platformName().orElse("");
    logo = config.logo().map(Brand::read).orElse(null);
    css = css(config);
  }

  /** A picture as it is served. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Logo(String type, byte[] content) {}

  /** Empty where the pages name nobody. */
  public String getName() {
    return name;
  }

  /** Whether there is a logo to show. */
  public boolean isLogoShown() {
    return logo != null;
  }

  Optional<Logo> logo() {
    return Optional.ofNullable(logo);
  }

  /** Comes after our own styles; nothing in it unless a colour is set. */
  String css() {
    return css;
  }

  private static Logo read(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException(
          "gatehouse.pages.logo must be an .svg, .png, .webp or .jpg file, not " + file);
    }
    try {
      byte[] content = Files.readAllBytes(file);
      if (content.length > LARGEST_LOGO) {
        throw new IllegalStateException(
            "gatehouse.pages.logo has " + content.length + " bytes; at most " + LARGEST_LOGO);
      }
      return new Logo(type, content);
    } catch (IOException e) {
      throw new IllegalStateException("gatehouse.pages.logo cannot be read: " + file, e);
    }
  }

  private static String css(PageConfig config) {
    Optional<Colour> light =
        config.accentColor().map(text -> readable("accent-color", text, Colour.WHITE));
    Optional<Colour> dark =
        config.accentColorDark().map(text -> readable("accent-color-dark", text, Colour.NIGHT));
    if (light.isEmpty() && dark.isEmpty()) {
      return "";
    }
    return ":root { --accent: light-dark("
        + light.map(Colour::css).orElse("#1f5fbf")
        + ", "
        + dark.map(Colour::css).orElse("#7db0ff")
        + "); --on-accent: light-dark("
        + light.map(colour -> colour.readable().css()).orElse("#ffffff")
        + ", "
        + dark.map(colour -> colour.readable().css()).orElse("#10151d")
        + "); }\n";
  }

  private static Colour readable(String key, String text, Colour ground) {
    Colour colour;
    try {
      colour = Colour.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("gatehouse.pages." + key + ": " + e.getMessage(), e);
    }
    if (colour.contrastWith(ground) < READABLE) {
      throw new IllegalStateException(
          "gatehouse.pages.%s: %s cannot be read on %s (contrast below 4.5:1, WCAG 1.4.3)"
              .formatted(key, text, ground.css()));
    }
    return colour;
  }
}
