package dev.gatehouse.gateway.testrun;

import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.failure.ExplainedReason;
import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Check;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.UsedAssertions;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.log.Explanations;
import dev.gatehouse.gateway.page.PageLanguage;
import dev.gatehouse.gateway.page.Pages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Ends a test run with a report: no person, no session, no code. */
@Singleton
public class CompleteTestRun {

  private static final Logger LOG = Logger.getLogger(CompleteTestRun.class);

  private final Pool pool;
  private final Attempts attempts;
  private final UsedAssertions usedAssertions;
  private final TestRunEvents events;
  private final Explanations explanations;
  private final Pages pages;
  private final PageLanguage languages;
  private final Clock clock;

  CompleteTestRun(
      Pool pool,
      Attempts attempts,
      UsedAssertions usedAssertions,
      TestRunEvents events,
      Explanations explanations,
      Pages pages,
      PageLanguage languages,
      Clock clock) {
    this.pool = pool;
    this.attempts = attempts;
    this.usedAssertions = usedAssertions;
    this.events = events;
    this.explanations = explanations;
    this.pages = pages;
    this.languages = languages;
    this.clock = clock;
  }

  /** Publishes the result, the first time, and shows it to the browser that ran the test. */
  public Uni<Response> complete(Attempt attempt, Purpose.TestRun test, Verdict verdict) {
    return pool.withTransaction(connection ->
            attempts
                .finish(connection, attempt, clock.instant())
                .flatMap(first ->
                    first
                        ? replay(connection, attempt, verdict)
                            .map(replay -> Result.of(verdict, replay))
                            .call(result -> publish(connection, attempt, test, verdict, result))
                        : Uni.createFrom().item(Result.of(verdict, shownAgain(verdict)))))
        .flatMap(result -> show(attempt, result));
  }

  private record Result(boolean passed, List<Check> checks, List<Finding> findings, String who) {

    static Result of(Verdict verdict, Check.Outcome replay) {
      List<Check> checks = Evidence.withReplay(verdict.checks(), replay);
      return switch (verdict) {
        case Verdict.Accepted accepted ->
            new Result(
                replay == Check.Outcome.PASSED,
                checks,
                replay == Check.Outcome.PASSED
                    ? List.of()
                    : List.of(Finding.of(SignInReason.ASSERTION_REPLAYED)),
                accepted.subject().email().orElse(""));
        case Verdict.Rejected rejected -> new Result(false, checks, rejected.findings(), "");
        case Verdict.NotJudged notJudged ->
            new Result(false, checks, List.of(notJudged.finding()), "");
      };
    }
  }

  private Uni<Check.Outcome> replay(SqlConnection connection, Attempt attempt, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted ->
          usedAssertions
              .use(connection, attempt, accepted.singleUse())
              .map(fresh -> fresh ? Check.Outcome.PASSED : Check.Outcome.FAILED);
      case Verdict.Rejected _, Verdict.NotJudged _ ->
          Uni.createFrom().item(Check.Outcome.NOT_REACHED);
    };
  }

  /** A reload shows the report again; what was published stays as it is. */
  private static Check.Outcome shownAgain(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted _ -> Check.Outcome.PASSED;
      case Verdict.Rejected _, Verdict.NotJudged _ -> Check.Outcome.NOT_REACHED;
    };
  }

  private Uni<Void> publish(
      SqlConnection connection,
      Attempt attempt,
      Purpose.TestRun test,
      Verdict verdict,
      Result result) {
    LOG.infof(
        "Test run finished organizationId=%s connectionId=%s testRunId=%s reason=%s",
        attempt.organization(),
        attempt.connection(),
        test.run(),
        result.passed()
            ? "passed"
            : result.findings().stream().map(Finding::code).collect(Collectors.joining(",")));
    return events.completed(
        connection,
        attempt,
        test,
        result.passed(),
        Evidence.of(verdict, result.checks(), result.findings(), test.request()));
  }

  private Uni<Response> show(Attempt attempt, Result result) {
    return explanations
        .of(attempt.connection(), languages.current())
        .flatMap(failures ->
            page(
                result,
                failures,
                result.findings().stream()
                    .map(it -> failures.explain(it.code(), it.expected(), it.received()))
                    .toList()));
  }

  private Uni<Response> page(
      Result result, ConnectionFailures failures, List<ExplainedReason> reasons) {
    return pages.testResult(
        result.passed(),
        result.checks().stream()
            .map(check ->
                new Pages.CheckLine(
                    failures.checkTitle(check.title()),
                    check.outcome().name().toLowerCase(Locale.ROOT),
                    check.expected(),
                    check.received()))
            .toList(),
        reasons,
        result.who());
  }
}
