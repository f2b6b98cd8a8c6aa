package dev.gatehouse.verification.check;

import dev.gatehouse.ids.Id;
import dev.gatehouse.verification.domain.Challenge;
import dev.gatehouse.verification.domain.Domain;
import dev.gatehouse.verification.name.DomainName;
import java.time.Instant;
import java.util.Optional;

/**
 * A domain to look at, taken out of the database so that no transaction is open meanwhile.
 *
 * @param zone the zone that holds it, where it is known
 * @param interestAt when somebody last showed interest in it
 * @param held whether it was proven before, and the question is whether it still is
 */
record Assignment(
    Id id, Challenge challenge, Optional<DomainName> zone, Instant interestAt, boolean held) {

  static Assignment of(Domain domain) {
    return new Assignment(
        domain.id(),
        domain.challenge(),
        domain.zone(),
        domain.interestAt(),
        domain.isHeldByRecord());
  }
}
