package dev.gatehouse.failure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the catalogue out for people. */
final class FailurePage {

  private static final String HEAD =
      """
      # Why a sign-in failed

      Every failed test run and sign-in names reason codes. This page says for each what it means, who can put it right,
      and what to change where in which identity provider's console. `{{acsUrl}}`, `{{entityId}}`, `{{redirectUri}}` and
      `{{emailDomains}}` stand for the values of the connection, `{{expected}}` and `{{received}}` for what the failed
      check compared. The last part lists the errors that identity providers themselves show or return, which the search
      “What did the page show you?” knows. The code is the link to its place, for example
      `sign-in-failures.md#audience_mismatch`. This page is made from the catalogue in the code.
      """;

  private static final Map<Responsible, String> WHO =
      Map.of(
          Responsible.IDENTITY_PROVIDER, "in the identity provider's console",
          Responsible.ORGANIZATION, "in the organization's settings here",
          Responsible.PERSON, "the person signing in",
          Responsible.PLATFORM, "the platform");

  private final CatalogueFiles files;
  private final StringBuilder page = new StringBuilder(HEAD);

  FailurePage(CatalogueFiles files) {
    this.files = files;
  }

  String write() {
    for (CodeGroup group : files.groups()) {
      line("\n## " + group.title());
      group.codes().forEach(code -> code(group, code));
    }
    line("\n## What the identity provider may show or return");
    files.errors().forEach(this::errors);
    return page.toString();
  }

  private void code(CodeGroup group, CodeGroup.Code code) {
    // The heading is the code alone: it is the link to this place.
    line("\n### " + code.code());
    line("\n**" + code.title() + ".** " + code.meaning());
    line("\n**What to do** (" + WHO.get(code.responsible()) + "): " + code.remedy());
    String separator = "\n";
    for (Provider provider : files.providers()) {
      var place = provider.remedies().get(code.code());
      if (place != null && group.canOccurWith(code, provider)) {
        line(
            separator
                + "- **"
                + provider.name()
                + "** – "
                + way(place, provider.places())
                + told(place));
        separator = "";
      }
    }
  }

  private void errors(ErrorFile file) {
    line("\n### " + file.title() + "\n");
    for (ErrorFile.Entry entry : file.errors()) {
      String shown =
          Stream.of(
                  entry.numbers().stream().map(number -> "AADSTS" + number),
                  entry.phrases().stream().filter(phrase -> !phrase.startsWith("status:")),
                  entry.oidcErrors().stream(),
                  entry.statuses().stream().map(status -> "status:" + status))
              .flatMap(codes -> codes)
              .map(code -> "`" + code + "`")
              .distinct()
              .collect(Collectors.joining(", "));
      line(
          "- **"
              + (entry.product() == null ? "" : entry.product() + ": ")
              + entry.title()
              + "**"
              + (shown.isEmpty() ? "" : " – " + shown));
      line(
          "  <br>"
              + entry.meaning()
              + " "
              + way(entry.place(), file.places())
              + told(entry.place()));
      if (entry.inOidc() != null) {
        line(
            "  <br>With OpenID Connect: "
                + way(entry.inOidc(), file.places())
                + told(entry.inOidc()));
      }
    }
  }

  private static String way(Place place, Map<String, List<String>> places) {
    var way = place.way(places);
    return way.isEmpty() ? "" : "*" + String.join(" → ", way) + "*: ";
  }

  private static String told(Place place) {
    var enter =
        place.enter().entrySet().stream()
            .map(entry -> " *" + entry.getKey() + "*: `" + entry.getValue() + "`.")
            .collect(Collectors.joining());
    var hints =
        place.hints().entrySet().stream()
            .map(hint -> "\n  - " + hint.getKey() + ": " + hint.getValue())
            .collect(Collectors.joining());
    return place.remedy() + enter + hints;
  }

  private void line(String text) {
    page.append(text.replace("<Email", "&lt;Email")).append('\n');
  }
}
