package dev.gatehouse.access;

import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * What the service knows about organizations and their members. org-service answers from its own
 * tables, the others from the copy that events keep.
 */
public interface Memberships {

  /** The organization, unless it is unknown or deleted. */
  Uni<Optional<KnownOrganization>> organization(Id organization);

  /** The active member with this id in this organization. */
  Uni<Optional<Caller.Member>> member(Id organization, Id member);

  /** The active member with the platform's user id in this organization. */
  Uni<Optional<Caller.Member>> memberByExternalId(Id organization, String externalId);

  /** An organization, and whether its switch for self-serve SSO is on. */
  record KnownOrganization(Id id, boolean selfServeSso) {}
}
