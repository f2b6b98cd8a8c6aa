package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.problems.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people look codes up in is the catalogues, written out; it cannot lag behind. */
class CataloguePagesContractTest {

  private static final Path DOCS =
      Path.of(System.getProperty("gatehouse.root", "../..")).resolve("docs");

  private enum Page {
    PROBLEMS("problems.md"),
    SIGN_IN_FAILURES("sign-in-failures.md");

    private final String file;

    Page(String file) {
      this.file = file;
    }

    private String written() {
      return switch (this) {
        case PROBLEMS -> ProblemPage.write();
        case SIGN_IN_FAILURES -> new FailurePage(CatalogueFiles.read()).write();
      };
    }

    /** What has a heading of its own to link to. */
    private List<String> codes() {
      return switch (this) {
        case PROBLEMS -> Stream.of(ProblemCode.values()).map(ProblemCode::code).toList();
        case SIGN_IN_FAILURES -> List.copyOf(FailureCatalogue.load().codes());
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentationSaysWhatTheCatalogueSays(Page page) throws IOException {
    Path file = DOCS.resolve(page.file);
    if (Boolean.getBoolean("gatehouse.refresh-contracts")) {
      Files.writeString(file, page.written());
    }
    assertThat(Files.readString(file))
        .as("run this test with -Dgatehouse.refresh-contracts=true to write the page anew")
        .isEqualTo(page.written());
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasAPlaceToLinkTo(Page page) {
    var headings =
        Pattern.compile("(?m)^##+ (\\w+)$")
            .matcher(page.written())
            .results()
            .map((MatchResult heading) -> heading.group(1))
            .toList();

    assertThat(headings).doesNotHaveDuplicates().containsAll(page.codes());
    assertThat(page.codes()).isNotEmpty();
  }
}
