package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The revisions as stored, each with the test that it passed. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<RevisionRow, String> {

  private final PassedTests passed;

  Revisions(PassedTests passed) {
    this.passed = passed;
  }

  public Uni<Void> add(Connection connection, Revision revision) {
    return persist(new RevisionRow(connection.id(), revision)).replaceWithVoid();
  }

  /** The revision of this connection, and of no other. */
  public Uni<Optional<Revision>> find(Id connection, Id revision) {
    return list("id = ?1 and connection = ?2", revision.toString(), connection.toString())
        .flatMap(this::tested)
        .map(found -> found.stream().findFirst());
  }

  /** Oldest first, starting after the given one. */
  public Uni<List<Revision>> after(Id connection, @Nullable Id cursor, int limit) {
    return find(
            "connection = ?1 and"
                + " (createdAt > ?2 or (createdAt = ?2 and id > ?3)) order by createdAt, id",
            connection.toString(),
            cursor == null ? Instant.EPOCH : cursor.createdAt(),
            cursor == null ? "" : cursor.toString())
        .page(Page.ofSize(limit))
        .list()
        .flatMap(this::tested);
  }

  /** Remembers that a revision passed; the first test that it passes counts. */
  public Uni<Boolean> markTested(Id connection, Id revision, Id run, Instant at) {
    return passed
        .findById(revision.toString())
        .flatMap(earlier ->
            earlier != null
                ? Uni.createFrom().item(false)
                : passed.persist(new PassedTest(connection, revision, run, at)).replaceWith(true));
  }

  Uni<Map<String, Revision>> byId(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return list("id in ?1", List.copyOf(ids))
        .flatMap(this::tested)
        .map(found ->
            found.stream().collect(Collectors.toMap(revision -> revision.id().toString(), r -> r)));
  }

  Uni<Void> forget(Id connection) {
    return passed
        .delete("connection", connection.toString())
        .flatMap(gone -> delete("connection", connection.toString()))
        .replaceWithVoid();
  }

  private Uni<List<Revision>> tested(List<RevisionRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return passed
        .list("revision in ?1", rows.stream().map(RevisionRow::id).toList())
        .map(tests ->
            tests.stream().collect(Collectors.toMap(PassedTest::revision, PassedTest::passedAt)))
        .map(at -> rows.stream().map(row -> row.with(at.get(row.id()))).toList());
  }
}
