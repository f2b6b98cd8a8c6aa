package dev.gatehouse.connection.testrun;

import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.Revisions;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins a run of one revision, which the gateway carries out. */
@ApplicationScoped
class StartTestRun {

  private static final String TOPIC = "gatehouse.test-runs";
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final Connections connections;
  private final Revisions revisions;
  private final TestRuns runs;
  private final HibernateOutbox outbox;
  private final Events events;
  private final Ids ids;

  StartTestRun(
      Connections connections,
      Revisions revisions,
      TestRuns runs,
      HibernateOutbox outbox,
      Events events,
      Clock clock) {
    this.connections = connections;
    this.revisions = revisions;
    this.runs = runs;
    this.outbox = outbox;
    this.events = events;
    this.ids = new Ids(clock);
  }

  /** What became of it. */
  sealed interface Outcome {
    record Started(TestRun run) implements Outcome {}

    record RevisionUnknown() implements Outcome {}

    /** There is no revision at all yet. */
    record NothingToTest() implements Outcome {}

    /** The gateway knows the draft and what is live, no older revision. */
    record RevisionOutdated() implements Outcome {}

    record Gone() implements Outcome {}
  }

  /** The draft unless a revision is named, else what is live. */
  @WithTransaction
  Uni<Outcome> start(Id connection, @Nullable Id wanted, Cause cause) {
    return connections
        .lock(connection)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Gone());
          }
          if (wanted == null) {
            Optional<Revision> current = found.get().before().current();
            return current.isEmpty()
                ? Uni.createFrom().item(new Outcome.NothingToTest())
                : start(found.get(), current.get().id(), cause);
          }
          return revisions
              .find(connection, wanted)
              .flatMap(revision -> {
                if (revision.isEmpty()) {
                  return Uni.createFrom().item(new Outcome.RevisionUnknown());
                }
                return travels(found.get(), wanted)
                    ? start(found.get(), wanted, cause)
                    : Uni.createFrom().item(new Outcome.RevisionOutdated());
              });
        });
  }

  private static boolean travels(Connections.Locked locked, Id wanted) {
    Revision draft = locked.before().draft();
    Revision live = locked.before().live();
    return (draft != null && draft.id().equals(wanted))
        || (live != null && live.id().equals(wanted));
  }

  private Uni<Outcome> start(Connections.Locked locked, Id revision, Cause cause) {
    Id id = ids.next(IdKind.TEST_RUN);
    TestRun run =
        new TestRun(
            id,
            locked.before().organization(),
            locked.before().id(),
            revision,
            locked.before().version(),
            cause.actor(),
            id.createdAt().plus(LIFE));
    return runs.persistAndFlush(run)
        .flatMap(made -> tell(run, cause))
        .replaceWith(new Outcome.Started(run));
  }

  private Uni<Void> tell(TestRun run, Cause cause) {
    String id = run.id().toString();
    String organization = run.organization().toString();
    RunState state =
        new RunState(
            id,
            organization,
            run.connection().toString(),
            run.revision().toString(),
            run.connectionVersion(),
            "started",
            run.createdAt(),
            null);
    return runs.getSession()
        .flatMap(session ->
            outbox
                .append(
                    session,
                    events.log(TOPIC, id, "TestRunStarted", id, organization, cause, state))
                .flatMap(told ->
                    outbox.append(
                        session,
                        events.audit(
                            organization,
                            cause,
                            "test_run.started",
                            id,
                            null,
                            Map.of(
                                "connection", state.connection(),
                                "revision", state.revision())))));
  }
}
