package dev.gatehouse.gateway.logout;

import dev.gatehouse.fetch.FetchOutcome;
import dev.gatehouse.fetch.GuardedFetch;
import dev.gatehouse.fetch.PostOutcome;
import dev.gatehouse.gateway.logout.Deliveries.Due;
import dev.gatehouse.gateway.openid.LogoutTokens;
import dev.gatehouse.gateway.openid.LogoutTokens.SignedOut;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Brings logout tokens to applications (OpenID Connect Back-Channel Logout 1.0 section 2.5). */
@ApplicationScoped
class DeliverDueLogouts {

  private static final Logger LOG = Logger.getLogger(DeliverDueLogouts.class);
  private static final int AT_ONCE = 20;

  /** Longer than any one delivery can take. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Deliveries deliveries;
  private final LogoutTokens tokens;
  private final GuardedFetch fetch;
  private final BackchannelLogoutConfig config;
  private final Clock clock;

  DeliverDueLogouts(
      Deliveries deliveries,
      LogoutTokens tokens,
      GuardedFetch fetch,
      BackchannelLogoutConfig config,
      Clock clock) {
    this.deliveries = deliveries;
    this.tokens = tokens;
    this.fetch = fetch;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "1s",
      delayed = "1s",
      identity = "deliver-logouts",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> deliver() {
    return deliveries
        .claim(LEASE, AT_ONCE)
        .flatMap(due ->
            Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::deliver)
                .merge(AT_ONCE)
                .collect()
                .asList())
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warn("Logout tokens cannot be delivered", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> deliver(Due due) {
    SignedOut signedOut =
        new SignedOut(
            due.jti(), due.session().application(), due.session().person(), due.session().sid());
    return tokens
        .sign(signedOut, due.algorithm(), clock.instant())
        .flatMap(
            token -> fetch.post(due.address(), Map.of("logout_token", token), Optional.empty()))
        .flatMap(outcome -> isTaken(outcome) ? taken(due) : failed(due, outcome));
  }

  /** Section 2.8: 200, and 204 from frameworks that answer so where there is no body. */
  private static boolean isTaken(PostOutcome outcome) {
    return outcome instanceof PostOutcome.Answered answered
        && (answered.status() == 200 || answered.status() == 204);
  }

  private Uni<Void> taken(Due due) {
    LOG.infof(
        "Application told of a logout applicationId=%s signInId=%s",
        due.session().application(), due.session().sid());
    return deliveries.remove(due);
  }

  private Uni<Void> failed(Due due, PostOutcome outcome) {
    boolean last = due.attempts() >= config.attempts();
    LOG.warnf(
        "Application not told of a logout, %s applicationId=%s signInId=%s reason=%s",
        last ? "given up" : "to be tried again",
        due.session().application(),
        due.session().sid(),
        reason(outcome));
    return last
        ? deliveries.remove(due)
        : deliveries.later(due, clock.instant().plus(wait(due.attempts())));
  }

  private static String reason(PostOutcome outcome) {
    return switch (outcome) {
      case PostOutcome.Answered answered -> "status_" + answered.status();
      case FetchOutcome.Refused refused -> "address_" + refused.reason();
      case FetchOutcome.Failed failed -> failed.reason().name();
    };
  }

  private Duration wait(int attempts) {
    Duration wait = config.firstRetry().multipliedBy(1L << Math.min(2 * (attempts - 1), 40));
    return wait.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : wait;
  }
}
