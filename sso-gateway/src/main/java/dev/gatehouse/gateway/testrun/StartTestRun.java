package dev.gatehouse.gateway.testrun;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.attempt.Outgoing;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.gateway.departure.Requests;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Starts a test run once the settings that it tests have arrived. */
@Singleton
class StartTestRun {

  /** News travels in milliseconds; this is for when it does not. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Connections connections;
  private final Requests requests;
  private final Attempts attempts;
  private final TestRunEvents events;
  private final Pool pool;
  private final Clock clock;
  private final Ids ids;

  StartTestRun(
      Connections connections,
      Requests requests,
      Attempts attempts,
      TestRunEvents events,
      Pool pool,
      Clock clock) {
    this.connections = connections;
    this.requests = requests;
    this.attempts = attempts;
    this.events = events;
    this.pool = pool;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** How the start went. */
  sealed interface Start {
    /** Off to the identity provider. */
    record Departed(NewAttempt names, Attempt attempt, Outgoing outgoing) implements Start {}

    /** The settings are still on their way. */
    record NotYet() implements Start {}

    /** They have been on their way for too long. */
    record Overdue() implements Start {}

    /** There is nothing that could be tested like that. */
    record NotTestable() implements Start {}

    /** The ticket was used. */
    record UsedBefore() implements Start {}
  }

  Uni<Start> start(Ticket ticket) {
    return connections
        .known(ticket.connection())
        .flatMap(known ->
            known.isPresent() && known.get().version() >= ticket.connectionVersion()
                ? withDomains(ticket, known.get())
                : Uni.createFrom().item(waiting(ticket)));
  }

  /** Else a person of a domain that is proven and assigned would be said to have none. */
  private Uni<Start> withDomains(Ticket ticket, KnownConnection connection) {
    return connections
        .hasDomainsOf(connection)
        .flatMap(all ->
            all ? withConnection(ticket, connection) : Uni.createFrom().item(waiting(ticket)));
  }

  private Start waiting(Ticket ticket) {
    boolean patient = ticket.run().isFresh(clock.instant(), PATIENCE);
    return patient ? new Start.NotYet() : new Start.Overdue();
  }

  private Uni<Start> withConnection(Ticket ticket, KnownConnection connection) {
    return connections
        .revision(connection.id(), ticket.revision())
        .flatMap(found -> {
          NewAttempt names = NewAttempt.next(ids, clock.instant());
          return found
              .flatMap(
                  revision -> requests.write(connection, revision, names, false, Optional.empty()))
              .map(outgoing -> depart(ticket, connection, names, outgoing))
              .orElseGet(() -> Uni.createFrom().item(new Start.NotTestable()));
        });
  }

  private Uni<Start> depart(
      Ticket ticket, KnownConnection connection, NewAttempt names, Uni<Outgoing> request) {
    return request.flatMap(outgoing -> {
      Purpose.TestRun test =
          new Purpose.TestRun(
              ticket.run(), ticket.connectionVersion(), ticket.caller(), outgoing.request());
      Attempt attempt =
          names.of(
              connection.id(),
              connection.organization(),
              ticket.revision(),
              test,
              Optional.empty());
      return store(attempt, test)
          .map(first ->
              first ? new Start.Departed(names, attempt, outgoing) : new Start.UsedBefore());
    });
  }

  private Uni<Boolean> store(Attempt attempt, Purpose.TestRun test) {
    return pool.withTransaction(connection ->
        attempts
            .begin(connection, attempt)
            .call(first ->
                first
                    ? events.requestSent(connection, attempt, test)
                    : Uni.createFrom().voidItem()));
  }
}
