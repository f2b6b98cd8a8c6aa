package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our own key pairs as stored. */
@ApplicationScoped
class SpKeys implements PanacheRepositoryBase<SpKeyRow, SpKeyRow.Key> {

  Uni<Void> add(Id connection, ServiceProvider.Key key) {
    return persist(new SpKeyRow(connection, key)).replaceWithVoid();
  }

  Uni<Map<String, List<ServiceProvider.Key>>> of(Collection<String> connections) {
    return list("connection in ?1 order by id", List.copyOf(connections))
        .map(rows ->
            rows.stream()
                .sorted(Comparator.comparing(SpKeyRow::standing))
                .collect(
                    Collectors.groupingBy(
                        SpKeyRow::connection,
                        Collectors.mapping(SpKeyRow::value, Collectors.toList()))));
  }

  /** To change them, while their connection is locked. */
  Uni<List<SpKeyRow>> rowsOf(Id connection) {
    return list("connection", connection.toString());
  }

  Uni<Void> forget(Id connection) {
    return delete("connection", connection.toString()).replaceWithVoid();
  }
}
