package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.KeepVerdict;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a posted response: finds the attempt it belongs to, has it judged, keeps the verdict. The
 * connection is fixed by the address before anything is parsed.
 */
@Singleton
class ReceiveResponse {

  private final Connections connections;
  private final Attempts attempts;
  private final JudgeResponse judge;
  private final KeepVerdict keepVerdict;
  private final Clock clock;

  ReceiveResponse(
      Connections connections,
      Attempts attempts,
      JudgeResponse judge,
      KeepVerdict keepVerdict,
      Clock clock) {
    this.connections = connections;
    this.attempts = attempts;
    this.judge = judge;
    this.keepVerdict = keepVerdict;
    this.clock = clock;
  }

  Uni<Receipt> receive(Id connection, PostedForm form) {
    return connections
        .known(connection)
        .flatMap(known ->
            known.isEmpty()
                ? Uni.createFrom().item(new Receipt.NoConnection())
                : receive(known.get(), form));
  }

  /**
   * Takes a response posted to an address of several connections: the stored request that the
   * RelayState names is what fixes the connection, and it has to be one that listens there.
   */
  Uni<Receipt> receiveShared(String path, PostedForm form) {
    return form.relayState()
        .flatMap(ReceiveResponse::attemptId)
        .map(attempts::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(attempt ->
            attempt.isEmpty()
                ? Uni.createFrom().item(new Receipt.Unsolicited())
                : receiveShared(path, attempt.get(), form));
  }

  private Uni<Receipt> receiveShared(String path, Attempt attempt, PostedForm form) {
    return connections
        .known(attempt.connection())
        .flatMap(known ->
            known.filter(connection -> listensAt(connection, path)).isEmpty()
                ? Uni.createFrom().item(new Receipt.Unsolicited())
                : keep(known.get(), attempt, form));
  }

  private static boolean listensAt(KnownConnection connection, String path) {
    return path.equals(URI.create(connection.serviceProvider().acsUrl()).getPath());
  }

  private Uni<Receipt> receive(KnownConnection connection, PostedForm form) {
    return attemptOf(connection, form)
        .flatMap(attempt ->
            attempt.isEmpty()
                ? Uni.createFrom().item(new Receipt.NotAsked(connection))
                : keep(connection, attempt.get(), form));
  }

  private Uni<Optional<Attempt>> attemptOf(KnownConnection connection, PostedForm form) {
    if (form.relayState().isPresent()) {
      return attemptId(form.relayState().get())
          .map(attempts::find)
          .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
    // RelayState must come back (SAML Bindings 3.5.3), but some identity providers drop it. What
    // request the response answers is then read from its signed bytes, or not at all.
    return judge
        .requestAnswered(connection, form)
        .flatMap(request ->
            request.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : attempts.findByRequest(connection.id(), request.get()));
  }

  private static Optional<Id> attemptId(String relayState) {
    try {
      return Optional.of(Id.parse(IdKind.SIGN_IN, relayState));
    } catch (MalformedId somebodyElses) {
      return Optional.empty();
    }
  }

  private Uni<Receipt> keep(KnownConnection connection, Attempt attempt, PostedForm form) {
    Receipt receipt = new Receipt.Kept(attempt.id());
    if (attempt.finished()) {
      return Uni.createFrom().item(receipt);
    }
    return verdict(connection, attempt, form)
        .flatMap(verdict -> keepVerdict.keep(attempt, verdict))
        .replaceWith(receipt);
  }

  private Uni<Verdict> verdict(KnownConnection connection, Attempt attempt, PostedForm form) {
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
    return judge.judge(connection, attempt, form, now);
  }

  private static Uni<Verdict> notJudged(Finding finding) {
    return Uni.createFrom().item(new Verdict.NotJudged(finding));
  }
}
