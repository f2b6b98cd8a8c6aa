package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which domain belongs to which connection. */
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, String> {

  private static final String INSERT =
      "insert into domain_assignment (domain, connection, assigned_at)"
          + " values (:domain, :connection, :at) on conflict do nothing";

  /** The table's primary key decides who gets the domain; says whether it was this connection. */
  public Uni<Boolean> assign(Id domain, Id connection, Instant now) {
    return getSession()
        .flatMap(session ->
            session
                .createNativeQuery(INSERT)
                .setParameter("domain", domain.toString())
                .setParameter("connection", connection.toString())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  public Uni<Void> unassign(Id domain, Id connection) {
    return delete("domain = ?1 and connection = ?2", domain.toString(), connection.toString())
        .replaceWithVoid();
  }

  /** The connection that has the domain, if any. */
  public Uni<Optional<Id>> holder(String domain) {
    return find("domain", domain)
        .firstResult()
        .map(found ->
            Optional.ofNullable(found)
                .map(assignment -> Id.parse(IdKind.CONNECTION, assignment.connection())));
  }

  Uni<Map<String, List<Id>>> of(Collection<String> connections) {
    return list("connection in ?1 order by assignedAt, domain", List.copyOf(connections))
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.groupingBy(
                        Assignment::connection,
                        Collectors.mapping(Assignment::domain, Collectors.toList()))));
  }

  Uni<Void> forget(Id connection) {
    return delete("connection", connection.toString()).replaceWithVoid();
  }
}
