package dev.gatehouse.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandTest {

  @TempDir Path folder;

  @Test
  void changesNothingUnlessSomethingIsSet() {
    Brand plain = brand(null, null, null);

    assertThat(plain.css()).isEmpty();
    assertThat(plain.isLogoShown()).isFalse();
  }

  @Test
  void putsReadableTextOnTheAccentColour() {
    assertThat(brand(null, "#0b5d3b", "#f2c14e").css())
        .contains("--accent: light-dark(#0b5d3b, #f2c14e)")
        .contains("--on-accent: light-dark(#ffffff, #14161a)");
  }

  @Test
  void refusesAColourThatNobodyCanRead() {
    assertThatThrownBy(() -> brand(null, "#ffe066", null))
        .hasMessageContaining("gatehouse.pages.accent-color")
        .hasMessageContaining("contrast");
    assertThatThrownBy(() -> brand(null, null, "#222222")).hasMessageContaining("contrast");
  }

  @Test
  void refusesAColourThatIsCssOfAnotherKind() {
    assertThatThrownBy(() -> brand(null, "red; } body { display: none", null))
        .hasMessageContaining("#rrggbb");
  }

  @Test
  void servesTheLogoWithTheTypeOfItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("logo.svg"), "<svg/>");

    Brand.Logo logo = brand(file, null, null).logo().orElseThrow();

    assertThat(logo.type()).isEqualTo("image/svg+xml");
    assertThat(logo.content()).asString().isEqualTo("<svg/>");
  }

  @Test
  void refusesALogoThatIsMissingTooLargeOrNoPicture() throws IOException {
    assertThatThrownBy(() -> brand(folder.resolve("none.png"), null, null))
        .hasMessageContaining("cannot be read");
    Path large = Files.write(folder.resolve("large.png"), new byte[100_001]);
    assertThatThrownBy(() -> brand(large, null, null)).hasMessageContaining("100001 bytes");
    Path page = Files.writeString(folder.resolve("page.html"), "<p>");
    assertThatThrownBy(() -> brand(page, null, null)).hasMessageContaining(".svg");
  }

  private static Brand brand(@Nullable Path logo, @Nullable String light, @Nullable String dark) {
    return new Brand(
        new PageConfig() {
          @Override
          public Optional<String> platformName() {
            return Optional.of("Brightdesk");
          }

          @Override
          public Optional<Path> logo() {
            return Optional.ofNullable(logo);
          }

          @Override
          public Optional<String> accentColor() {
            return Optional.ofNullable(light);
          }

          @Override
          public Optional<String> accentColorDark() {
            return Optional.ofNullable(dark);
          }
        });
  }
}
