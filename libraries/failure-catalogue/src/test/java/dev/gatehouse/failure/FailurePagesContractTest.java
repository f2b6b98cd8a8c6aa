package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/sign-in-failures.md} is the catalogue, written out; it cannot lag behind. */
class FailurePagesContractTest {

  private static final Path PAGE =
      Path.of(System.getProperty("gatehouse.root", "../..")).resolve("docs/sign-in-failures.md");

  @Test
  void theDocumentationSaysWhatTheCatalogueSays() throws IOException {
    String page = new FailurePage(CatalogueFiles.read()).write();
    if (Boolean.getBoolean("gatehouse.refresh-contracts")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Dgatehouse.refresh-contracts=true to write the page anew")
        .isEqualTo(page);
  }

  @Test
  void everyReasonHasAPlaceToLinkTo() {
    String page = new FailurePage(CatalogueFiles.read()).write();
    var anchors =
        Stream.concat(found("(?m)^### (\\w+)$", page), found("<a id=\"(\\w+)\">", page)).toList();

    assertThat(anchors).doesNotHaveDuplicates().containsAll(FailureCatalogue.load().codes());
  }

  private static Stream<String> found(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1));
  }
}
