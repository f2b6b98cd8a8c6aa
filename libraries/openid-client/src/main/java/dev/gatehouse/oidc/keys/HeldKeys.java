package dev.gatehouse.oidc.keys;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fetch.HttpAnswer;
import dev.gatehouse.oidc.fetch.HttpFetch;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of one source, and the one fetch of them that may be under way. */
final class HeldKeys {

  private final JwksSource source;
  private final HttpFetch fetch;
  private final Clock clock;
  private final JwksFreshness freshness;

  private @Nullable JWKSet keys;
  private Instant fetchedAt = Instant.MIN;
  private @Nullable Instant askedAt;
  private String lastFailure = "";
  private @Nullable Uni<JwksOutcome> underWay;

  HeldKeys(JwksSource source, HttpFetch fetch, Clock clock, JwksFreshness freshness) {
    this.source = source;
    this.fetch = fetch;
    this.clock = clock;
    this.freshness = freshness;
  }

  synchronized Uni<JwksOutcome> wanted(Optional<String> keyId) {
    Instant now = clock.instant();
    var present = keys;
    if (present != null && isYoungerThan(freshness.freshFor(), now) && mayHold(present, keyId)) {
      return Uni.createFrom().item(new JwksOutcome.Keys(present));
    }
    return fetched(now);
  }

  synchronized Uni<JwksOutcome> renewed() {
    return fetched(clock.instant());
  }

  private synchronized Uni<JwksOutcome> fetched(Instant now) {
    var joined = underWay;
    if (joined != null) {
      return joined;
    }
    if (!mayAsk(now)) {
      return Uni.createFrom().item(whatIsHeld(now));
    }
    askedAt = now;
    Uni<JwksOutcome> started =
        fetch
            .get(source.jwksUri(), Optional.empty())
            .onFailure()
            .recoverWithItem(new HttpAnswer.NoAnswer("The keys could not be fetched."))
            .map(this::take)
            .memoize()
            .indefinitely();
    underWay = started;
    return started;
  }

  private boolean mayAsk(Instant now) {
    var last = askedAt;
    Duration pause = lastFailure.isEmpty() ? freshness.floor() : freshness.retryAfter();
    // A clock that was set back must not silence us.
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(pause));
  }

  private synchronized JwksOutcome take(HttpAnswer answer) {
    underWay = null;
    Instant now = clock.instant();
    switch (answer) {
      case HttpAnswer.NoAnswer none -> lastFailure = none.text();
      case HttpAnswer.Answered answered when answered.status() != 200 ->
          lastFailure = "The address of the keys answered with status " + answered.status() + ".";
      case HttpAnswer.Answered answered ->
          JwksDocument.read(answered.body(), source.issuer())
              .ifPresentOrElse(
                  read -> {
                    keys = read;
                    fetchedAt = now;
                    lastFailure = "";
                  },
                  () -> lastFailure = "The address of the keys holds no usable key.");
    }
    return whatIsHeld(now);
  }

  private JwksOutcome whatIsHeld(Instant now) {
    var present = keys;
    if (present != null && isYoungerThan(freshness.keptFor(), now)) {
      return new JwksOutcome.Keys(present);
    }
    return new JwksOutcome.Unavailable(
        new OidcReason(OidcReasonCode.KEY_UNKNOWN, "keys at " + source.jwksUri(), "", lastFailure));
  }

  private boolean isYoungerThan(Duration age, Instant now) {
    return now.isBefore(fetchedAt.plus(age));
  }

  // Keys without an id may be any.
  private static boolean mayHold(JWKSet keys, Optional<String> keyId) {
    return keyId.isEmpty()
        || keys.getKeys().stream()
            .anyMatch(key -> key.getKeyID() == null || key.getKeyID().equals(keyId.get()));
  }
}
