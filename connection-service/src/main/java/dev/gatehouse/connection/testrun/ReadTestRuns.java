package dev.gatehouse.connection.testrun;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at test runs, each time in a session of its own. */
@ApplicationScoped
class ReadTestRuns {

  private final TestRuns runs;

  ReadTestRuns(TestRuns runs) {
    this.runs = runs;
  }

  @WithSession
  Uni<Optional<TestRun>> find(Id id) {
    return runs.find(id);
  }

  @WithSession
  Uni<List<TestRun>> after(Id connection, @Nullable Id cursor, int limit) {
    return runs.after(connection, cursor, limit);
  }
}
