package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.EmailScope;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.gateway.projection.SamlSettings;
import dev.gatehouse.gateway.saml.Arrivals.Arrival;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.Check;
import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.CheckOutcome;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.UnverifiedResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges responses on a worker, against the revision that the attempt pinned. */
@Singleton
class JudgeResponse {

  private final SamlServiceProvider saml;
  private final SamlExpectations expectations;
  private final EmailScope emailScope;
  private final Connections connections;
  private final Workers workers;
  private final Clock clock;

  JudgeResponse(
      SamlServiceProvider saml,
      SamlExpectations expectations,
      EmailScope emailScope,
      Connections connections,
      Workers workers,
      Clock clock) {
    this.saml = saml;
    this.expectations = expectations;
    this.emailScope = emailScope;
    this.connections = connections;
    this.workers = workers;
    this.clock = clock;
  }

  /** What the response is worth as an answer to this attempt. */
  Uni<Verdict> judge(Arrival arrival, Attempt attempt, PostedForm form, Instant now) {
    KnownConnection connection = arrival.connection();
    return settings(connection, attempt.revision())
        .flatMap(settings ->
            settings.isEmpty()
                ? Uni.createFrom()
                    .item(new Verdict.NotJudged(Finding.of(SignInReason.REVISION_REPLACED)))
                : domains(arrival, attempt)
                    .flatMap(domains ->
                        workers.run(
                            () -> judge(connection, settings.get(), attempt, domains, form, now))));
  }

  private Uni<List<String>> domains(Arrival arrival, Attempt attempt) {
    return switch (attempt.purpose()) {
      case Purpose.SignIn _ -> Uni.createFrom().item(arrival.held());
      case Purpose.TestRun _ -> emailScope.of(attempt);
    };
  }

  private Verdict judge(
      KnownConnection connection,
      SamlSettings settings,
      Attempt attempt,
      List<String> domains,
      PostedForm form,
      Instant now) {
    var expected = expectations.of(connection, settings, attempt, domains, now);
    Optional<String> kept =
        switch (attempt.purpose()) {
          case Purpose.SignIn _ -> Optional.empty();
          case Purpose.TestRun _ -> form.samlResponse();
        };
    return SamlVerdicts.verdict(
        saml.judge(response(form), expected, now),
        SamlExpectations.judgedWith(connection, settings),
        kept);
  }

  /** The request that a response answers, read only if a trusted key signed it. */
  Uni<Optional<String>> requestAnswered(KnownConnection connection, PostedForm form) {
    Revision revision = connection.live() != null ? connection.live() : connection.draft();
    SamlSettings settings = revision == null ? null : revision.saml();
    if (settings == null || form.samlResponse().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return workers.run(() -> {
      Instant now = clock.instant();
      SamlVerdict verdict =
          saml.judge(response(form), expectations.forLookingUp(connection, settings, now), now);
      return signedInResponseTo(verdict.checks());
    });
  }

  /** No request was expected, so the one that was found is in the failed check. */
  private static Optional<String> signedInResponseTo(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.name() == CheckName.IN_RESPONSE_TO)
        .filter(check -> check.outcome() == CheckOutcome.FAILED)
        .map(Check::received)
        .findFirst();
  }

  private Uni<Optional<SamlSettings>> settings(KnownConnection connection, Id revision) {
    Optional<Revision> present = connection.present(revision);
    return (present.isPresent()
            ? Uni.createFrom().item(present)
            : connections.revision(connection.id(), revision))
        .map(found -> found.map(Revision::saml));
  }

  private static UnverifiedResponse response(PostedForm form) {
    return UnverifiedResponse.fromForm(form.samlResponse().orElse(""));
  }
}
