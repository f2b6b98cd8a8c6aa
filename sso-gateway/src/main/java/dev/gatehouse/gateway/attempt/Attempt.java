package dev.gatehouse.gateway.attempt;

import dev.gatehouse.ids.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A trip to an identity provider and back. Everything that a response is compared with is here and
 * was fixed before the browser left.
 *
 * @param id also the RelayState
 * @param requestId the ID of the AuthnRequest, or the state of the authentication request
 * @param revision pinned
 * @param browser SHA-256 of the cookie that the browser has to bring back
 * @param authenticatedAfter the person must have authenticated at or after this instant
 * @param verdict sealed; see {@link Verdicts}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id only
public record Attempt(
    Id id,
    String requestId,
    Id connection,
    Id organization,
    Id revision,
    Purpose purpose,
    byte[] browser,
    Optional<Instant> authenticatedAfter,
    Instant createdAt,
    Instant expiresAt,
    Optional<String> verdict,
    boolean finished) {

  /** Time enough for a person to find a second factor. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  /** The same with what its answer was worth. */
  Attempt answered(String sealed) {
    return new Attempt(
        id,
        requestId,
        connection,
        organization,
        revision,
        purpose,
        browser,
        authenticatedAfter,
        createdAt,
        expiresAt,
        Optional.of(sealed),
        finished);
  }

  /** Whether its time is over. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Attempt[" + id + "]";
  }
}
