package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** The stored domains. Whoever changes one locks it first, so that its events stay in order. */
@ApplicationScoped
public class Domains implements PanacheRepositoryBase<Domain, UUID> {

  private static final Id START = new Id(IdKind.DOMAIN, new UUID(0, 0));

  /** The domain, unless it is unknown or was removed. */
  public Uni<Optional<Domain>> present(Id id) {
    return findById(id.uuid()).map(Domains::ifPresent);
  }

  /** Like {@link #present}, and nobody else changes it until this transaction ends. */
  public Uni<Optional<Domain>> locked(Id id) {
    return findById(id.uuid(), LockModeType.PESSIMISTIC_WRITE).map(Domains::ifPresent);
  }

  private static Optional<Domain> ifPresent(@Nullable Domain found) {
    return Optional.ofNullable(found).filter(Domain::isPresent);
  }

  /** Oldest first. */
  Uni<List<Domain>> of(Id organization, @Nullable Id after, int limit) {
    return find(
            "organization = ?1 and id > ?2 and status not in ?3 order by id",
            organization.toString(),
            (after == null ? START : after).uuid(),
            List.of(DomainStatus.REMOVED, DomainStatus.DELETED))
        .page(0, limit)
        .list();
  }

  /** Of several organizations at once, oldest first. */
  Uni<List<Domain>> ofEach(List<Id> organizations) {
    return list(
        "organization in ?1 and status not in ?2 order by organization, id",
        organizations.stream().map(Id::toString).toList(),
        List.of(DomainStatus.REMOVED, DomainStatus.DELETED));
  }

  Uni<List<Domain>> lockedExpired(Id organization, String name) {
    return find(
            "organization = ?1 and name = ?2 and status = ?3",
            organization.toString(),
            name,
            DomainStatus.EXPIRED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  Uni<List<Domain>> lockedUndeleted(String organization) {
    return find(
            "organization = ?1 and status <> ?2 order by id", organization, DomainStatus.DELETED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Removed and deleted ones too. */
  Uni<List<Domain>> lockedAfter(@Nullable Id after, int limit) {
    return find("id > ?1 order by id", (after == null ? START : after).uuid())
        .page(0, limit)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The name's holder, if its proof is gone. */
  Uni<Optional<Domain>> lockedLapsed(String name) {
    return find("name = ?1 and status = ?2", name, DomainStatus.LAPSED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Pending ones that are due, see {@link #lockedDue(Instant, int, List)}. */
  public Uni<List<Domain>> lockedDue(Instant now, int limit) {
    return lockedDue(now, limit, List.of(DomainStatus.PENDING));
  }

  /** Held ones that are due, see {@link #lockedDue(Instant, int, List)}. */
  public Uni<List<Domain>> lockedDueAgain(Instant now, int limit) {
    return lockedDue(
        now, limit, List.of(DomainStatus.VERIFIED, DomainStatus.LAPSING, DomainStatus.LAPSED));
  }

  /** Due ones that no other replica is busy with, the longest due first, locked. */
  private static Uni<List<Domain>> lockedDue(Instant now, int limit, List<DomainStatus> statuses) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createQuery(
                    "from Domain where nextCheckAt <= :now"
                        + " and (takenUntil is null or takenUntil <= :now)"
                        + " and status in :statuses"
                        + " order by nextCheckAt",
                    Domain.class)
                .setParameter("now", now)
                .setParameter("statuses", statuses)
                .setMaxResults(limit)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList());
  }

  /** How many are due now. */
  public Uni<Long> countDue(Instant now) {
    return count("nextCheckAt <= ?1", now);
  }

  /** The next ownership number of a name; others who win it wait for this transaction. */
  Uni<Long> raiseOwnership(String name) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(
                    "insert into name_ownership (name, ownership) values (:name, 1)"
                        + " on conflict (name) do update"
                        + " set ownership = name_ownership.ownership + 1 returning ownership",
                    Long.class)
                .setParameter("name", name)
                .getSingleResult());
  }

  /** Whether the organization is there, and stays until this transaction ends. */
  Uni<Boolean> pinOrganization(Id organization) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(
                    "select id from access_organization where id = :id and not deleted"
                        + " for share",
                    String.class)
                .setParameter("id", organization.toString())
                .getResultList())
        .map(found -> !found.isEmpty());
  }
}
