package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.admission.Admission;
import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.AttemptCookies;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.KeepVerdict;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what a browser brings back. The connection is fixed by the address, the attempt by its
 * state, and nothing is asked of anybody before the two agree and the browser is the attempt's own.
 */
@Singleton
class ReceiveCallback {

  private final Admission admission;
  private final Connections connections;
  private final Attempts attempts;
  private final AttemptCookies cookies;
  private final JudgeCallback judge;
  private final KeepVerdict keepVerdict;
  private final Clock clock;

  ReceiveCallback(
      Admission admission,
      Connections connections,
      Attempts attempts,
      AttemptCookies cookies,
      JudgeCallback judge,
      KeepVerdict keepVerdict,
      Clock clock) {
    this.admission = admission;
    this.connections = connections;
    this.attempts = attempts;
    this.cookies = cookies;
    this.judge = judge;
    this.keepVerdict = keepVerdict;
    this.clock = clock;
  }

  /** Fails with {@link TooBusy} if the connection has its share of the work already. */
  Uni<Callback> receive(
      Id connection, Map<String, List<String>> query, Map<String, Cookie> received) {
    return admission.admit(connection, () -> admitted(connection, query, received));
  }

  private Uni<Callback> admitted(
      Id connection, Map<String, List<String>> query, Map<String, Cookie> received) {
    return connections
        .known(connection)
        .flatMap(known ->
            known.isEmpty()
                ? Uni.createFrom().item(new Callback.NoConnection())
                : receive(known.get(), query, received));
  }

  private Uni<Callback> receive(
      KnownConnection connection, Map<String, List<String>> query, Map<String, Cookie> received) {
    List<String> states = query.getOrDefault("state", List.of());
    if (states.size() != 1) {
      return Uni.createFrom().item(new Callback.NotAsked(connection));
    }
    return attempts
        .findByRequest(states.getFirst())
        .flatMap(attempt ->
            attempt.isEmpty()
                ? Uni.createFrom().item(new Callback.NotAsked(connection))
                : receive(connection, attempt.get(), query, received));
  }

  private Uni<Callback> receive(
      KnownConnection connection,
      Attempt attempt,
      Map<String, List<String>> query,
      Map<String, Cookie> received) {
    Optional<String> secret = cookies.secret(attempt, received);
    if (secret.isEmpty()) {
      return Uni.createFrom().item(new Callback.OtherBrowser(attempt));
    }
    Callback goOn = new Callback.GoOn(attempt.id());
    if (attempt.finished() || attempt.verdict().isPresent()) {
      return Uni.createFrom().item(goOn);
    }
    return verdict(connection, attempt, secret.get(), query)
        .flatMap(verdict ->
            verdict
                .map(found -> keepVerdict.keep(attempt, found))
                .orElseGet(() -> Uni.createFrom().voidItem()))
        .replaceWith(goOn);
  }

  /** Empty while another request of the same browser is at it. */
  private Uni<Optional<Verdict>> verdict(
      KnownConnection connection, Attempt attempt, String secret, Map<String, List<String>> query) {
    Instant now = clock.instant();
    if (!attempt.connection().equals(connection.id())) {
      return notJudged(
          Finding.of(
              SignInReason.CONNECTION_MISMATCH,
              attempt.connection().toString(),
              connection.id().toString()));
    }
    if (attempt.isExpired(now)) {
      return notJudged(
          Finding.of(
              SignInReason.ATTEMPT_EXPIRED, "before " + attempt.expiresAt(), now.toString()));
    }
    return settings(connection, attempt.revision())
        .flatMap(settings ->
            settings.isEmpty()
                ? notJudged(Finding.of(SignInReason.REVISION_REPLACED))
                : judge.judge(connection, attempt, settings.get(), secret, query));
  }

  private Uni<Optional<OidcSettings>> settings(KnownConnection connection, Id revision) {
    Optional<Revision> present = connection.present(revision);
    return (present.isPresent()
            ? Uni.createFrom().item(present)
            : connections.revision(connection.id(), revision))
        .map(found -> found.map(Revision::oidc));
  }

  private static Uni<Optional<Verdict>> notJudged(Finding finding) {
    return Uni.createFrom().item(Optional.of(new Verdict.NotJudged(finding)));
  }
}
