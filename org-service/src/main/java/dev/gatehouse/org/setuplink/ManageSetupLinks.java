package dev.gatehouse.org.setuplink;

import dev.gatehouse.access.Step;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.org.organization.Organizations;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes links and takes them back. */
@ApplicationScoped
class ManageSetupLinks {

  private final SetupLinks links;
  private final Organizations organizations;
  private final SetupLinkAudit audit;
  private final Clock clock;
  private final Ids ids;

  ManageSetupLinks(
      SetupLinks links, Organizations organizations, SetupLinkAudit audit, Clock clock) {
    this.links = links;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** A new link and its secret, which nobody can read again. */
  record Created(SetupLink link, LinkSecret secret) {}

  /** Empty when the organization is gone. */
  @WithTransaction
  Uni<Optional<Created>> create(
      Id organization,
      SetupLink.Recipient recipient,
      Set<Step> steps,
      Duration lifetime,
      Cause cause) {
    LinkSecret secret = LinkSecret.random();
    Instant now = clock.instant();
    var link =
        new SetupLink(
            ids.next(IdKind.SETUP_LINK),
            organization,
            recipient,
            steps,
            secret,
            cause.actor(),
            now,
            now.plus(lifetime));
    return organizations
        .hold(organization)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : links
                    .persistAndFlush(link)
                    .flatMap(made -> audit.created(made, cause))
                    .replaceWith(Optional.of(new Created(link, secret))));
  }

  /** Tokens it has given live on for at most five minutes. Revoking twice does no harm. */
  @WithTransaction
  Uni<Boolean> revoke(Id id, Cause cause) {
    return links
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(false);
          }
          SetupLink link = found.get();
          if (link.isRevoked()) {
            return Uni.createFrom().item(true);
          }
          link.revoke(clock.instant());
          return audit.revoked(link, cause).replaceWith(true);
        });
  }
}
