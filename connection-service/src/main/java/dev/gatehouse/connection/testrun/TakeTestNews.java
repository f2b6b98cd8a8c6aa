package dev.gatehouse.connection.testrun;

import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.Revisions;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.intake.Event;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Believes the gateway about test runs, as far as its news fits the run that we started. */
@ApplicationScoped
class TakeTestNews {

  private static final Logger LOG = Logger.getLogger(TakeTestNews.class);

  private final Connections connections;
  private final Revisions revisions;
  private final TestRuns runs;
  private final Evidence evidence;
  private final ConnectionJournal journal;
  private final HibernateOutbox outbox;
  private final Events events;
  private final Clock clock;

  TakeTestNews(
      Connections connections,
      Revisions revisions,
      TestRuns runs,
      Evidence evidence,
      ConnectionJournal journal,
      HibernateOutbox outbox,
      Events events,
      Clock clock) {
    this.connections = connections;
    this.revisions = revisions;
    this.runs = runs;
    this.evidence = evidence;
    this.journal = journal;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> progressed(RunState news) {
    Progress progress =
        news.status().equals("answer_received") ? Progress.ANSWER_RECEIVED : Progress.REQUEST_SENT;
    return runs.lock(news.run())
        .invoke(found ->
            found.filter(run -> fits(run, news)).ifPresent(run -> run.progressed(progress)))
        .replaceWithVoid();
  }

  /** The connection is locked before the run, as everybody does, so that nobody waits in a ring. */
  @WithTransaction
  Uni<Void> completed(Event event, RunState news) {
    return connections
        .lock(Id.parse(IdKind.CONNECTION, news.connection()))
        .flatMap(locked ->
            locked.isEmpty()
                ? Uni.createFrom().voidItem()
                : runs.lock(news.run())
                    .flatMap(run ->
                        run.filter(TestRun::isPending).filter(one -> fits(one, news)).isEmpty()
                            ? Uni.createFrom().voidItem()
                            : finish(locked.get(), run.get(), event, news)));
  }

  private static boolean fits(TestRun run, RunState news) {
    return run.organization().toString().equals(news.organization())
        && run.connection().toString().equals(news.connection())
        && run.revision().toString().equals(news.revision());
  }

  private Uni<Void> finish(Connections.Locked locked, TestRun run, Event event, RunState news) {
    boolean passed = news.status().equals("passed");
    Optional<Evidence.Kept> kept = evidence.receive(news.run(), news.evidence());
    if (passed && !kept.map(Evidence.Kept::flawless).orElse(false)) {
      LOG.errorf("A pass without evidence of the gateway is not believed runId=%s", news.run());
      return Uni.createFrom().voidItem();
    }
    run.finished(
        passed ? RunStatus.PASSED : RunStatus.FAILED,
        clock.instant(),
        kept.map(Evidence.Kept::report).orElse(null),
        kept.map(Evidence.Kept::raw).orElse(null));
    Cause cause = new Cause(event.actor(), event.traceparent());
    return audit(run, news, cause)
        .flatMap(done -> passed ? markTested(locked, run, cause) : Uni.createFrom().voidItem());
  }

  /** The connection's status may change with it, so its state is published. */
  private Uni<Void> markTested(Connections.Locked locked, TestRun run, Cause cause) {
    return revisions
        .markTested(run.connection(), run.revision(), run.id(), clock.instant())
        .flatMap(first ->
            first
                ? journal
                    .changed(locked, "ConnectionChanged", "connection.test_passed", cause)
                    .replaceWithVoid()
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> audit(TestRun run, RunState news, Cause cause) {
    return runs.getSession()
        .flatMap(session ->
            outbox.append(
                session,
                events.audit(
                    news.organization(),
                    cause,
                    "test_run.completed",
                    run.id().toString(),
                    null,
                    Map.of(
                        "connection", news.connection(),
                        "revision", news.revision(),
                        "status", news.status()))));
  }
}
