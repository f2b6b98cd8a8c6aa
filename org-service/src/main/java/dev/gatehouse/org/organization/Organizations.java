package dev.gatehouse.org.organization;

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

/** The organizations as stored. */
@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<Organization, UUID> {

  /** Locked until the transaction ends, so that its events leave in the order of its versions. */
  public Uni<Optional<Organization>> lock(Id id) {
    return findById(id.uuid(), LockModeType.PESSIMISTIC_WRITE).map(Organizations::existing);
  }

  /** Kept from changing until the transaction ends, for those who add something to it. */
  public Uni<Optional<Organization>> hold(Id id) {
    return findById(id.uuid(), LockModeType.PESSIMISTIC_READ).map(Organizations::existing);
  }

  Uni<Optional<Organization>> existing(Id id) {
    return findById(id.uuid()).map(Organizations::existing);
  }

  /** Those whose name or slug contains the text, or with exactly this external id, by age. */
  Uni<List<Organization>> search(
      @Nullable String text, @Nullable String externalId, @Nullable Id after, int limit) {
    StringBuilder query = new StringBuilder("deleted = false");
    Parameters parameters = new Parameters();
    if (text != null) {
      query.append(" and (lower(name) like :text escape '!' or slug like :text escape '!')");
      String literal = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
      parameters.and("text", "%" + literal + "%");
    }
    if (externalId != null) {
      query.append(" and externalId = :externalId");
      parameters.and("externalId", externalId);
    }
    if (after != null) {
      query.append(" and id > :after");
      parameters.and("after", after.uuid());
    }
    return find(query + " order by id", parameters).page(Page.ofSize(limit)).list();
  }

  /** Deleted ones included, ordered by id, locked. */
  Uni<List<Organization>> lockAfter(@Nullable UUID after, int limit) {
    return (after == null ? find("order by id") : find("id > ?1 order by id", after))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(Page.ofSize(limit))
        .list();
  }

  private static Optional<Organization> existing(@Nullable Organization found) {
    return Optional.ofNullable(found).filter(organization -> !organization.isDeleted());
  }
}
