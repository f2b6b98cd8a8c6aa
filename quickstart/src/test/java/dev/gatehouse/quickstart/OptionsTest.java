package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void startsEverythingInTheCurrentDirectoryUnlessToldOtherwise() {
    Options options = Options.parse(List.of());

    assertThat(options.data()).isEqualTo(Path.of(".gatehouse").toAbsolutePath());
    assertThat(options.portOffset()).isZero();
    assertThat(options.parts()).containsExactly(Part.values());
    assertThat(options.clean()).isFalse();
  }

  @Test
  void startsOnlyWhatIsNamed() {
    assertThat(Options.parse(List.of("--only", "postgres,kafka")).parts())
        .containsExactly(Part.POSTGRES, Part.KAFKA);
  }

  @Test
  void leavesOutWhatIsNamed() {
    assertThat(Options.parse(List.of("--without", "sandbox")).parts())
        .doesNotContain(Part.SANDBOX)
        .contains(Part.SSO_GATEWAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "--port-offset",
        "--port-offset x",
        "--port-offset -1",
        "--only moon"
      })
  void refusesWhatItDoesNotUnderstandInOneLine(String commandLine) {
    assertThatThrownBy(() -> Options.parse(List.of(commandLine.split(" ", -1))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.line()).doesNotContain("\n"));
  }
}
