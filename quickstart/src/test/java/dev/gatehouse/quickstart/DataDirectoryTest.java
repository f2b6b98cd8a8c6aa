package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path root;

  @Test
  void aSecondCopyIsToldWhoHasTheDirectory() {
    try (DataDirectory first = DataDirectory.open(root)) {
      assertThat(first.root()).exists();
      assertThatThrownBy(() -> DataDirectory.open(root))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void isFreeAgainOnceClosed() {
    DataDirectory.open(root).close();
    try (DataDirectory again = DataDirectory.open(root)) {
      assertThat(again.root()).exists();
    }
  }

  @Test
  void startsEmptyButStaysLocked() throws Exception {
    try (DataDirectory directory = DataDirectory.open(root)) {
      Files.createDirectories(root.resolve("postgres/base"));
      Files.writeString(root.resolve("postgres/base/1"), "x");
      directory.empty();
      assertThat(root.resolve("postgres")).doesNotExist();
      assertThatThrownBy(() -> DataDirectory.open(root)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void keepsTheOperatorsSecretUntilTheCallerBringsOne() {
    Path file = root.resolve("credentials.json");
    Credentials made = Credentials.keptIn(file, Map.of());

    assertThat(Credentials.keptIn(file, Map.of())).isEqualTo(made);
    assertThat(
            Credentials.keptIn(file, Map.of("GATEHOUSE_BOOTSTRAP_CLIENT_SECRET", "mine"))
                .clientSecret())
        .isEqualTo("mine");
    assertThat(made.toString()).doesNotContain(made.clientSecret());
  }
}
