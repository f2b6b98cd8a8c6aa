package dev.gatehouse.gateway.attempt;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import java.time.Instant;
import java.util.Optional;

/**
 * The names of an attempt that is about to begin, and the secret that only the browser will hold.
 */
public record NewAttempt(Id id, String requestId, String cookie, Instant createdAt) {

  /** Makes new names. */
  public static NewAttempt next(Ids ids, Instant now) {
    return new NewAttempt(ids.next(IdKind.SIGN_IN), Secrets.requestId(), Secrets.forCookie(), now);
  }

  /** The attempt to store. */
  public Attempt of(
      Id connection,
      Id organization,
      Id revision,
      Purpose purpose,
      Optional<Instant> authenticatedAfter) {
    return new Attempt(
        id,
        requestId,
        connection,
        organization,
        revision,
        purpose,
        Secrets.sha256(cookie),
        authenticatedAfter,
        createdAt,
        createdAt.plus(Attempt.LIFETIME),
        Optional.empty(),
        false);
  }

  @Override
  public String toString() {
    return "NewAttempt[" + id + "]";
  }
}
