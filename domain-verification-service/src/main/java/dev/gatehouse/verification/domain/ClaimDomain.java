package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.verification.name.DomainName;
import dev.gatehouse.verification.provider.DetectProvider.Hosting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * An organization claims a name. Others may have claimed it or even hold it: who cannot prove a
 * name learns nothing about them.
 */
@ApplicationScoped
class ClaimDomain {

  private final Domains domains;
  private final DomainEvents events;
  private final ChallengeConfig config;
  private final Clock clock;
  private final Ids ids;

  ClaimDomain(Domains domains, DomainEvents events, ChallengeConfig config, Clock clock) {
    this.domains = domains;
    this.events = events;
    this.config = config;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /**
   * Claims within the transaction of the caller. That the organization has the name already shows
   * in a failure of that transaction, see {@link UniqueNames#isAlreadyClaimed}.
   */
  Uni<ClaimOutcome> claim(
      Id organization, DomainName name, Optional<Hosting> hosting, Cause cause) {
    if (config.label().length() + 1 + name.ascii().length() > DomainName.LONGEST) {
      return Uni.createFrom().item(new ClaimOutcome.NoRoomForChallenge());
    }
    return domains
        .pinOrganization(organization)
        .flatMap(there ->
            there
                ? replaceExpired(organization, name, cause)
                    .flatMap(done -> insert(organization, name, hosting, cause))
                : Uni.createFrom().item(new ClaimOutcome.OrganizationGone()));
  }

  /** Claiming an expired name again starts afresh, with a new token. */
  private Uni<Void> replaceExpired(Id organization, DomainName name, Cause cause) {
    return domains
        .lockedExpired(organization, name.ascii())
        .flatMap(expired ->
            Multi.createFrom()
                .iterable(expired)
                .onItem()
                .transformToUniAndConcatenate(domain -> {
                  domain.remove();
                  return events.changed(domain, DomainStatus.EXPIRED, cause);
                })
                .collect()
                .asList())
        .replaceWithVoid();
  }

  private Uni<ClaimOutcome> insert(
      Id organization, DomainName name, Optional<Hosting> hosting, Cause cause) {
    Instant now = clock.instant();
    var terms =
        new Domain.Terms(config.label(), ChallengeToken.create(), now.plus(config.lifetime()));
    Domain domain =
        Domain.claim(
            ids.next(IdKind.DOMAIN), organization, name, terms, now.plus(config.firstCheck()), now);
    hosting.ifPresent(domain::hostedBy);
    return domains
        .persistAndFlush(domain)
        .call(stored -> events.changed(stored, null, cause))
        .map(ClaimOutcome.Claimed::new);
  }
}
