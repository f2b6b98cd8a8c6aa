package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at connections, each time in a session of its own. */
@ApplicationScoped
public class ReadConnections {

  private final Connections connections;
  private final Revisions revisions;

  ReadConnections(Connections connections, Revisions revisions) {
    this.connections = connections;
    this.revisions = revisions;
  }

  @WithSession
  public Uni<Optional<ConnectionSnapshot>> find(Id id) {
    return connections.find(id);
  }

  @WithSession
  Uni<List<ConnectionSnapshot>> after(Id organization, @Nullable Id cursor, int limit) {
    return connections.after(organization, cursor, limit);
  }

  @WithSession
  Uni<List<ConnectionSnapshot>> ofEach(List<Id> organizations) {
    return connections.ofEach(organizations);
  }

  @WithSession
  Uni<List<Revision>> revisionsAfter(Id connection, @Nullable Id cursor, int limit) {
    return revisions.after(connection, cursor, limit);
  }
}
