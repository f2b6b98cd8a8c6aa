package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.admission.Admission;
import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.KeepVerdict;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.Underway;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.page.TooBusy;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.saml.Arrivals.Arrival;
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

  private final Admission admission;
  private final Arrivals arrivals;
  private final Attempts attempts;
  private final Underway underway;
  private final JudgeResponse judge;
  private final KeepVerdict keepVerdict;
  private final Clock clock;

  ReceiveResponse(
      Admission admission,
      Arrivals arrivals,
      Attempts attempts,
      Underway underway,
      JudgeResponse judge,
      KeepVerdict keepVerdict,
      Clock clock) {
    this.admission = admission;
    this.arrivals = arrivals;
    this.attempts = attempts;
    this.underway = underway;
    this.judge = judge;
    this.keepVerdict = keepVerdict;
    this.clock = clock;
  }

  /** Fails with {@link TooBusy} if the connection has its share of the work already. */
  Uni<Receipt> receive(Id connection, PostedForm form) {
    return admission.admit(connection, () -> admitted(connection, form));
  }

  private Uni<Receipt> admitted(Id connection, PostedForm form) {
    Optional<Id> attempt = form.relayState().flatMap(ReceiveResponse::attemptId);
    Optional<Arrival> remembered =
        attempt
            .flatMap(underway::begun)
            .filter(begun -> begun.connection().equals(connection))
            .filter(begun -> !begun.isExpired(clock.instant()))
            .flatMap(arrivals::remembered);
    return remembered
        .map(arrival -> receiveRemembered(arrival, form))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(receipt ->
            receipt.isPresent()
                ? Uni.createFrom().item(receipt.get())
                : receive(connection, attempt, form));
  }

  /** Almost every answer: to an attempt of which we know what it is judged by. One statement. */
  private Uni<Optional<Receipt>> receiveRemembered(Arrival arrival, PostedForm form) {
    Attempt attempt = arrival.attempt().orElseThrow();
    return judge
        .judge(arrival, attempt, form, clock.instant())
        .flatMap(verdict -> keepVerdict.keepIfUnchanged(attempt, verdict, arrival.judgedBy()))
        .map(kept ->
            kept ? Optional.<Receipt>of(new Receipt.Kept(attempt.id())) : Optional.<Receipt>empty())
        // It may fail by what has been put right since; being too busy is no reason to read too.
        .onFailure(fault -> !(fault instanceof TooBusy))
        .recoverWithItem(Optional.empty());
  }

  private Uni<Receipt> receive(Id connection, Optional<Id> attempt, PostedForm form) {
    return arrivals
        .find(connection, attempt)
        .flatMap(arrival ->
            arrival.isEmpty()
                ? Uni.createFrom().item(new Receipt.NoConnection())
                : receive(arrival.get(), form));
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
                : admission.admitShared(
                    attempt.get().connection(), () -> receiveShared(path, attempt.get(), form)));
  }

  private Uni<Receipt> receiveShared(String path, Attempt attempt, PostedForm form) {
    return arrivals
        .find(attempt.connection(), Optional.of(attempt.id()))
        .flatMap(found ->
            found.filter(arrival -> listensAt(arrival.connection(), path)).isEmpty()
                ? Uni.createFrom().item(new Receipt.Unsolicited())
                : keep(found.get(), attempt, form));
  }

  private static boolean listensAt(KnownConnection connection, String path) {
    return path.equals(URI.create(connection.serviceProvider().acsUrl()).getPath());
  }

  private Uni<Receipt> receive(Arrival arrival, PostedForm form) {
    return attemptOf(arrival, form)
        .flatMap(attempt ->
            attempt.isEmpty()
                ? Uni.createFrom().item(new Receipt.NotAsked(arrival.connection()))
                : keep(arrival, attempt.get(), form));
  }

  private Uni<Optional<Attempt>> attemptOf(Arrival arrival, PostedForm form) {
    if (form.relayState().isPresent()) {
      return Uni.createFrom().item(arrival.attempt());
    }
    KnownConnection connection = arrival.connection();
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

  private Uni<Receipt> keep(Arrival arrival, Attempt attempt, PostedForm form) {
    Receipt receipt = new Receipt.Kept(attempt.id());
    if (attempt.finished()) {
      return Uni.createFrom().item(receipt);
    }
    return verdict(arrival, attempt, form)
        .flatMap(verdict -> keepVerdict.keep(attempt, verdict))
        .replaceWith(receipt);
  }

  private Uni<Verdict> verdict(Arrival arrival, Attempt attempt, PostedForm form) {
    Instant now = clock.instant();
    KnownConnection connection = arrival.connection();
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
    return judge.judge(arrival, attempt, form, now);
  }

  private static Uni<Verdict> notJudged(Finding finding) {
    return Uni.createFrom().item(new Verdict.NotJudged(finding));
  }
}
