package dev.gatehouse.org.setuplink;

import dev.gatehouse.ids.Id;
import dev.gatehouse.org.token.AccessTokens;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a link into short tokens. The first browser that presents its secret gets it for good; from
 * then on the secret alone opens nothing. Every token is a fresh decision, so that a revoked link
 * ends within the five minutes of the last one.
 */
@ApplicationScoped
class OpenSetupLink {

  private final SetupLinks links;
  private final SetupLinkAudit audit;
  private final AccessTokens tokens;
  private final Clock clock;

  OpenSetupLink(SetupLinks links, SetupLinkAudit audit, AccessTokens tokens, Clock clock) {
    this.links = links;
    this.audit = audit;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What came of presenting a link or its browser's cookie. */
  sealed interface Outcome {

    /**
     * A token for five minutes.
     *
     * @param browser what the browser must keep; only where it was bound just now
     */
    record Opened(SetupLink link, AccessTokens.Issued token, Optional<LinkSecret> browser)
        implements Outcome {}

    /** No such link, the wrong secret, or not this browser's cookie. */
    record Invalid() implements Outcome {}

    record Expired() implements Outcome {}

    record Revoked() implements Outcome {}

    /** Another browser was first. */
    record InUseElsewhere() implements Outcome {}
  }

  /** Only who has the secret learns what became of the link. */
  @WithTransaction
  Uni<Outcome> exchange(Id id, LinkSecret secret, @Nullable LinkSecret browser, Cause cause) {
    return links
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty() || !found.get().has(secret)) {
            return refused(new Outcome.Invalid());
          }
          SetupLink link = found.get();
          Optional<Outcome> over = over(link);
          if (over.isPresent()) {
            return refused(over.get());
          }
          if (!link.isOpened()) {
            LinkSecret bound = LinkSecret.random();
            link.openedBy(bound, clock.instant());
            return audit.opened(link, cause).flatMap(done -> token(link, Optional.of(bound)));
          }
          return link.isHeldBy(browser)
              ? token(link, Optional.empty())
              : refused(new Outcome.InUseElsewhere());
        });
  }

  /** The browser that holds the link goes on. */
  @WithTransaction
  Uni<Outcome> renew(Id id, @Nullable LinkSecret browser) {
    return links
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty() || !found.get().isHeldBy(browser)) {
            return refused(new Outcome.Invalid());
          }
          return over(found.get())
              .map(OpenSetupLink::refused)
              .orElseGet(() -> token(found.get(), Optional.empty()));
        });
  }

  private Optional<Outcome> over(SetupLink link) {
    if (link.isRevoked()) {
      return Optional.of(new Outcome.Revoked());
    }
    return link.isExpired(clock.instant()) ? Optional.of(new Outcome.Expired()) : Optional.empty();
  }

  private Uni<Outcome> token(SetupLink link, Optional<LinkSecret> browser) {
    Instant now = clock.instant();
    link.used(now);
    return tokens
        .forSetupLink(link.organization(), link.id(), link.steps())
        .map(token -> new Outcome.Opened(link, token, browser));
  }

  private static Uni<Outcome> refused(Outcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
