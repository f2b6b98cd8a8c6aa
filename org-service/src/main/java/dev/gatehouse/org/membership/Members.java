package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members as stored. Whoever changes one locks it, so that its events leave in order. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, UUID> {

  /** The member, unless it belongs to another organization or is deleted. */
  public Uni<Optional<Member>> in(Id organization, Id member) {
    return findById(member.uuid()).map(found -> within(organization, found));
  }

  Uni<Optional<Member>> lockIn(Id organization, Id member) {
    return findById(member.uuid(), LockModeType.PESSIMISTIC_WRITE)
        .map(found -> within(organization, found));
  }

  Uni<Optional<Member>> lockByEmail(Id organization, String email) {
    return locked(
        "organization = ?1 and lower(email) = ?2",
        organization.uuid(),
        email.toLowerCase(Locale.ROOT));
  }

  Uni<Optional<Member>> lockByPerson(Id organization, Id person) {
    return locked("organization = ?1 and person = ?2", organization.uuid(), person.toString());
  }

  Uni<List<Member>> lockActiveWithRole(Id organization, String role) {
    return find(
            "organization = ?1 and role = ?2 and status = ?3 order by id",
            organization.uuid(),
            role,
            MemberStatus.ACTIVE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  Uni<List<Member>> lockAll(Id organization) {
    return find(
            "organization = ?1 and status <> ?2 order by id",
            organization.uuid(),
            MemberStatus.DELETED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Deleted ones included, ordered by id, locked. */
  Uni<List<Member>> lockAfter(@Nullable UUID after, int limit) {
    return (after == null ? find("order by id") : find("id > ?1 order by id", after))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(Page.ofSize(limit))
        .list();
  }

  /**
   * Oldest first.
   *
   * @param emailDomain null for all
   */
  Uni<List<Member>> list(
      Id organization, @Nullable String emailDomain, @Nullable Id after, int limit) {
    StringBuilder query = new StringBuilder("organization = :organization and status <> :deleted");
    Parameters parameters =
        Parameters.with("organization", organization.uuid()).and("deleted", MemberStatus.DELETED);
    if (emailDomain != null) {
      query.append(" and lower(email) like :domain escape '!'");
      String literal = emailDomain.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
      parameters.and("domain", "%@" + literal);
    }
    if (after != null) {
      query.append(" and id > :after");
      parameters.and("after", after.uuid());
    }
    return find(query + " order by id", parameters).page(Page.ofSize(limit)).list();
  }

  private Uni<Optional<Member>> locked(String query, Object... parameters) {
    return find(query, parameters)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  private static Optional<Member> within(Id organization, @Nullable Member found) {
    return Optional.ofNullable(found)
        .filter(member -> member.organization().equals(organization))
        .filter(member -> member.status() != MemberStatus.DELETED);
  }
}
