package dev.gatehouse.connection.testrun;

import dev.gatehouse.connection.connection.ConnectionRemains;
import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The test runs as stored. */
@ApplicationScoped
class TestRuns implements PanacheRepositoryBase<TestRun, String>, ConnectionRemains {

  Uni<Optional<TestRun>> find(Id id) {
    return findById(id.toString()).map(Optional::ofNullable);
  }

  Uni<Optional<TestRun>> lock(String id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  Uni<List<TestRun>> after(Id connection, @Nullable Id cursor, int limit) {
    return find(
            "connection = ?1 and"
                + " (createdAt > ?2 or (createdAt = ?2 and id > ?3)) order by createdAt, id",
            connection.toString(),
            cursor == null ? Instant.EPOCH : cursor.createdAt(),
            cursor == null ? "" : cursor.toString())
        .page(Page.ofSize(limit))
        .list();
  }

  /** A result that comes later changes nothing: being abandoned is the result. */
  Uni<Integer> abandon(Instant now) {
    return update(
        "status = ?1, finishedAt = ?2 where status = ?3 and expiresAt <= ?2",
        RunStatus.ABANDONED,
        now,
        RunStatus.PENDING);
  }

  Uni<Integer> forgetRawMessages(Instant finishedBefore) {
    return update(
        "sealedRaw = null where sealedRaw is not null and finishedAt <= ?1", finishedBefore);
  }

  @Override
  public Uni<Void> forget(Id connection) {
    return delete("connection", connection.toString()).replaceWithVoid();
  }
}
