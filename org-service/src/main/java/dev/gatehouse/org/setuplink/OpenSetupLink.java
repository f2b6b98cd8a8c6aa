package dev.gatehouse.org.setuplink;

import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Memberships;
import dev.gatehouse.access.Permission;
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
 * ends within the five minutes of the last one, and so does one whose maker may not set up anything
 * any more: nobody keeps by a link what was taken from them.
 */
@ApplicationScoped
class OpenSetupLink {

  private final SetupLinks links;
  private final SetupLinkAudit audit;
  private final Memberships memberships;
  private final AccessTokens tokens;
  private final Clock clock;

  OpenSetupLink(
      SetupLinks links,
      SetupLinkAudit audit,
      Memberships memberships,
      AccessTokens tokens,
      Clock clock) {
    this.links = links;
    this.audit = audit;
    this.memberships = memberships;
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
          return over(link)
              .flatMap(
                  over -> over.isPresent() ? refused(over.get()) : exchange(link, browser, cause));
        });
  }

  private Uni<Outcome> exchange(SetupLink link, @Nullable LinkSecret browser, Cause cause) {
    if (!link.isOpened()) {
      LinkSecret bound = LinkSecret.random();
      link.openedBy(bound, clock.instant());
      return audit.opened(link, cause).flatMap(done -> token(link, Optional.of(bound)));
    }
    return link.isHeldBy(browser)
        ? token(link, Optional.empty())
        : refused(new Outcome.InUseElsewhere());
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
              .flatMap(over ->
                  over.isPresent() ? refused(over.get()) : token(found.get(), Optional.empty()));
        });
  }

  private Uni<Optional<Outcome>> over(SetupLink link) {
    if (link.isRevoked()) {
      return Uni.createFrom().item(Optional.of(new Outcome.Revoked()));
    }
    if (link.isExpired(clock.instant())) {
      return Uni.createFrom().item(Optional.of(new Outcome.Expired()));
    }
    return makerMaySetUp(link)
        .map(may -> may ? Optional.empty() : Optional.of(new Outcome.Revoked()));
  }

  /** Operators made the others, and their clients are not looked up. */
  private Uni<Boolean> makerMaySetUp(SetupLink link) {
    return link.maker()
        .map(maker ->
            memberships
                .member(link.organization(), maker)
                .map(found ->
                    found.stream()
                        .map(Caller.Member::permissions)
                        .anyMatch(
                            may -> may.contains(Permission.MANAGE_ENTERPRISE_CONNECTIONS.key()))))
        .orElseGet(() -> Uni.createFrom().item(true));
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
