package dev.gatehouse.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} is the catalogue, written out; it cannot lag behind. */
class ProblemPagesContractTest {

  private static final Path PAGE =
      Path.of(System.getProperty("gatehouse.root", "../..")).resolve("docs/problems.md");

  @Test
  void theDocumentationSaysWhatTheCatalogueSays() throws IOException {
    String page =
        Stream.of(ProblemCode.values())
            .map(ProblemPagesContractTest::section)
            .collect(Collectors.joining("\n", HEAD, ""));
    if (Boolean.getBoolean("gatehouse.refresh-contracts")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Dgatehouse.refresh-contracts=true to write the page anew")
        .isEqualTo(page);
  }

  private static final String HEAD =
      """
      # Problems

      Every API answers a failure with `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, and our
      members `code` (stable, switch on it), `remedy`, `traceId`, and where they help `errors` and others named below. This
      page is made from the catalogue in the code.

      """;

  private static String section(ProblemCode code) {
    return """
    ## %s

    %d · %s. %s

    **What to do:** %s
    """
        .formatted(code.code(), code.status(), code.title(), code.meaning(), code.remedy());
  }
}
