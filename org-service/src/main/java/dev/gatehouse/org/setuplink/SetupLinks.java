package dev.gatehouse.org.setuplink;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links as stored. */
@ApplicationScoped
class SetupLinks implements PanacheRepositoryBase<SetupLink, UUID> {

  Uni<Optional<SetupLink>> find(Id id) {
    return findById(id.uuid()).map(Optional::ofNullable);
  }

  /** Two browsers at a time: the second waits, and then sees who was first. */
  Uni<Optional<SetupLink>> lock(Id id) {
    return findById(id.uuid(), LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  Uni<List<SetupLink>> of(Id organization, @Nullable Id after, int limit) {
    return (after == null
            ? find("organization = ?1 order by id", organization.uuid())
            : find("organization = ?1 and id > ?2 order by id", organization.uuid(), after.uuid()))
        .page(Page.ofSize(limit))
        .list();
  }
}
