package dev.gatehouse.gateway.testrun;

import dev.gatehouse.gateway.departure.Departures;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.testrun.StartTestRun.Start;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the window of a test sign-in opens. */
@Path("/test-runs/{run}")
class TestRunResource {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Tickets tickets;
  private final StartTestRun startTestRun;
  private final Departures departures;
  private final Interruptions interruptions;
  private final Pages pages;

  TestRunResource(
      Tickets tickets,
      StartTestRun startTestRun,
      Departures departures,
      Interruptions interruptions,
      Pages pages) {
    this.tickets = tickets;
    this.startTestRun = startTestRun;
    this.departures = departures;
    this.interruptions = interruptions;
    this.pages = pages;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> start(
      @PathParam("run") String run, @QueryParam("ticket") @DefaultValue("") String ticket) {
    return open(run, ticket)
        .map(genuine ->
            pages.orFault(
                startTestRun
                    .start(genuine)
                    .flatMap(started -> answer(started, genuine.connection()))))
        .orElseGet(() -> interruptions.page(Interruption.TEST_RUN_UNKNOWN));
  }

  private Optional<Ticket> open(String run, String ticket) {
    try {
      return tickets.open(Id.parse(IdKind.TEST_RUN, run), ticket);
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }

  private Uni<Response> answer(Start start, Id connection) {
    return switch (start) {
      case Start.Departed(var names, var attempt, var outgoing) ->
          departures.depart(names, attempt, outgoing);
      case Start.NotYet _ -> pages.waiting(LOOK_AGAIN);
      case Start.Overdue _ -> interruptions.page(Interruption.TEST_RUN_SETTINGS_LATE, connection);
      case Start.NotTestable _ ->
          interruptions.page(Interruption.TEST_RUN_NOT_TESTABLE, connection);
      case Start.UsedBefore _ -> interruptions.page(Interruption.TEST_RUN_STARTED, connection);
    };
  }
}
