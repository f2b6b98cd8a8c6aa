package dev.gatehouse.gateway.testrun;

import dev.gatehouse.gateway.attempt.Check;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a test run found, as {@code test-evidence.schema.json} says. */
record Evidence(
    List<CheckResult> checks,
    List<ReasonFound> reasons,
    @Nullable Subject subject,
    String request,
    @Nullable String response) {

  /** One check, by its stable name. */
  record CheckResult(String name, String outcome, String expected, String received) {}

  /** One reason of failure. */
  record ReasonFound(String code, String expected, String received, String text) {}

  /** Who it would have been. */
  record Subject(
      String key,
      @Nullable String nameId,
      @Nullable String nameIdFormat,
      @Nullable String email,
      @Nullable String givenName,
      @Nullable String familyName,
      List<String> groups,
      Map<String, List<String>> attributes) {

    static Subject of(Verdict.Subject subject) {
      return new Subject(
          subject.key(),
          subject.nameId().orElse(null),
          subject.nameIdFormat().orElse(null),
          subject.email().orElse(null),
          subject.givenName().orElse(null),
          subject.familyName().orElse(null),
          subject.groups(),
          subject.attributes());
    }
  }

  static Evidence of(Verdict verdict, List<Check> checks, List<Finding> findings, String request) {
    return new Evidence(
        checks.stream()
            .map(check ->
                new CheckResult(
                    check.name(),
                    check.outcome().name().toLowerCase(Locale.ROOT),
                    check.expected(),
                    check.received()))
            .toList(),
        findings.stream()
            .map(finding ->
                new ReasonFound(
                    finding.code(), finding.expected(), finding.received(), finding.text()))
            .toList(),
        subject(verdict).map(Subject::of).orElse(null),
        request,
        verdict.response().orElse(null));
  }

  private static Optional<Verdict.Subject> subject(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> Optional.of(accepted.subject());
      case Verdict.Rejected rejected -> rejected.seen();
      case Verdict.NotJudged _ -> Optional.empty();
    };
  }

  /** The checks of the answer and, last, that it was not used before. */
  static List<Check> withReplay(List<Check> checks, Check.Outcome replay) {
    List<Check> all = new ArrayList<>(checks);
    all.add(Check.replay(replay));
    return all;
  }

  /** Personal data is not for logs. */
  @Override
  public String toString() {
    return "Evidence[" + checks.size() + " checks]";
  }
}
