package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of identity providers as stored. */
@ApplicationScoped
public class IdpKeys implements PanacheRepositoryBase<IdpKeyRow, IdpKeyRow.Key> {

  public Uni<Void> add(Id connection, IdpKey key, Instant now) {
    return persist(new IdpKeyRow(connection, key, now)).replaceWithVoid();
  }

  /** Does nothing where there is no such key. */
  public Uni<Void> trust(Id connection, String fingerprint, Trust trust) {
    return findById(new IdpKeyRow.Key(connection.toString(), fingerprint))
        .invoke(row -> {
          if (row != null) {
            row.trust(trust);
          }
        })
        .replaceWithVoid();
  }

  Uni<Map<String, List<IdpKey>>> of(Collection<String> connections) {
    return list("connection in ?1 order by addedAt, fingerprint", List.copyOf(connections))
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.groupingBy(
                        IdpKeyRow::connection,
                        Collectors.mapping(IdpKeyRow::value, Collectors.toList()))));
  }

  Uni<Void> forget(Id connection) {
    return delete("connection", connection.toString()).replaceWithVoid();
  }
}
