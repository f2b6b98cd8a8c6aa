package dev.gatehouse.failure;

import dev.gatehouse.problems.ProblemCode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the problems of the APIs out for people. */
final class ProblemPage {

  private static final String HEAD =
      """
      # Problems

      Every API answers a failure with `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, and our
      members `code` (stable, switch on it), `remedy`, `traceId`, and where they help `errors` and others named below. This
      page is made from the catalogue in the code. Why a sign-in or a test run failed is another matter:
      [sign-in-failures.md](sign-in-failures.md).

      `title`, `detail`, `remedy` and the `message` of each of `errors` are in the language that `Accept-Language` asks for:
      English, German, French, Spanish or Japanese, and English for every other; `Content-Language` says which. Everything
      else is the same in every language. What is not a sentence of ours, such as a parser's own words about a body, stays
      English.

      """;

  private ProblemPage() {}

  static String write() {
    return Stream.of(ProblemCode.values())
        .map(ProblemPage::section)
        .collect(Collectors.joining("\n", HEAD, ""));
  }

  private static String section(ProblemCode code) {
    return """
    ## %s

    %d · %s. %s

    **What to do:** %s
    """
        .formatted(code.code(), code.status(), code.title(), code.meaning(), code.remedy());
  }
}
