package dev.gatehouse.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

  private static final Path MAIN = Path.of("src/main/java/dev/gatehouse/saml");
  private static final Path TEST = Path.of("src/test/java/dev/gatehouse/saml");

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** OpenSAML 4 is out of support; this is what lets another version replace it. */
  @Test
  void onlyTheAdapterKnowsOpenSaml() throws IOException {
    for (Path source : sources(MAIN)) {
      if (!source.startsWith(MAIN.resolve("opensaml"))) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContain("org.opensaml", "org.apache.xml", "net.shibboleth");
      }
    }
  }

  @Test
  void everyReasonIsTested() throws IOException {
    var tests = new StringBuilder();
    for (Path source : sources(TEST)) {
      tests.append(Files.readString(source));
    }
    var untested =
        EnumSet.complementOf(EnumSet.of(ReasonCode.NOT_JUDGED)).stream()
            .filter(code -> tests.indexOf("ReasonCode." + code.name()) < 0)
            .collect(Collectors.toSet());
    assertThat(untested).isEmpty();
  }
}
