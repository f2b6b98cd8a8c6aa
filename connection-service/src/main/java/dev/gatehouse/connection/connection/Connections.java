package dev.gatehouse.connection.connection;

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

/** The connections as stored. */
@ApplicationScoped
public class Connections implements PanacheRepositoryBase<Connection, String> {

  private final AssembleConnections assemble;

  Connections(AssembleConnections assemble) {
    this.assemble = assemble;
  }

  /** A connection that nobody else changes until the transaction ends. */
  public record Locked(Connection connection, ConnectionSnapshot before) {}

  /** Every change starts here, so that changes of one connection happen one after another. */
  public Uni<Optional<Locked>> lock(Id id) {
    return findById(id.toString(), LockModeType.PESSIMISTIC_WRITE)
        .flatMap(found ->
            found == null || found.isDeleted()
                ? Uni.createFrom().item(Optional.empty())
                : snapshot(found).map(before -> Optional.of(new Locked(found, before))));
  }

  Uni<Optional<ConnectionSnapshot>> find(Id id) {
    return findById(id.toString())
        .flatMap(found ->
            found == null || found.isDeleted()
                ? Uni.createFrom().item(Optional.empty())
                : snapshot(found).map(Optional::of));
  }

  /** Oldest first, starting after the given one; deleted ones are left out. */
  Uni<List<ConnectionSnapshot>> after(Id organization, @Nullable Id cursor, int limit) {
    return find(
            "organization = ?1 and deleted = false"
                + " and (createdAt > ?2 or (createdAt = ?2 and id > ?3)) order by createdAt, id",
            organization.toString(),
            cursor == null ? Instant.EPOCH : cursor.createdAt(),
            cursor == null ? "" : cursor.toString())
        .page(Page.ofSize(limit))
        .list()
        .flatMap(assemble::from);
  }

  /** Of several organizations at once, oldest first; deleted ones are left out. */
  Uni<List<ConnectionSnapshot>> ofEach(List<Id> organizations) {
    return list(
            "organization in ?1 and deleted = false order by organization, createdAt, id",
            organizations.stream().map(Id::toString).toList())
        .flatMap(assemble::from);
  }

  /** Every connection there ever was, in portions. */
  Uni<List<Connection>> all(String after, int limit) {
    return find("id > ?1 order by id", after).page(Page.ofSize(limit)).list();
  }

  /** The connections that a deleted organization leaves behind. */
  public Uni<List<Id>> of(String organization) {
    return list("organization = ?1 and deleted = false order by id", organization)
        .map(found -> found.stream().map(Connection::id).toList());
  }

  Uni<ConnectionSnapshot> snapshot(Connection connection) {
    return assemble.from(List.of(connection)).map(List::getFirst);
  }
}
