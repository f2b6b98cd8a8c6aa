package dev.gatehouse.gateway.testrun;

import dev.gatehouse.gateway.departure.Departures;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
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
  private final Pages pages;

  TestRunResource(Tickets tickets, StartTestRun startTestRun, Departures departures, Pages pages) {
    this.tickets = tickets;
    this.startTestRun = startTestRun;
    this.departures = departures;
    this.pages = pages;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> start(
      @PathParam("run") String run, @QueryParam("ticket") @DefaultValue("") String ticket) {
    return open(run, ticket)
        .map(genuine -> pages.orFault(startTestRun.start(genuine).flatMap(this::answer)))
        .orElseGet(() ->
            refusal(
                Response.Status.NOT_FOUND,
                "This test link is not valid",
                "It may be too old. Start a new test in the Security tab.",
                "test_run_unknown"));
  }

  private Optional<Ticket> open(String run, String ticket) {
    try {
      return tickets.open(Id.parse(IdKind.TEST_RUN, run), ticket);
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }

  private Uni<Response> answer(Start start) {
    return switch (start) {
      case Start.Departed(var names, var attempt, var outgoing) ->
          departures.depart(names, attempt, outgoing);
      case Start.NotYet _ -> pages.waiting(LOOK_AGAIN);
      case Start.Overdue _ ->
          refusal(
              Response.Status.SERVICE_UNAVAILABLE,
              "Your latest settings have not arrived yet",
              "Nothing is lost. Reload this page in a minute, or start a new test in the Security"
                  + " tab.",
              "test_run_settings_late");
      case Start.NotTestable _ ->
          refusal(
              Response.Status.CONFLICT,
              "These settings cannot be tested",
              "They are not complete. Complete them in the Security tab and start a new test.",
              "test_run_not_testable");
      case Start.UsedBefore _ ->
          refusal(
              Response.Status.CONFLICT,
              "This test was started before",
              "A test link works once. Start a new test in the Security tab.",
              "test_run_started");
    };
  }

  private Uni<Response> refusal(Response.Status status, String heading, String text, String code) {
    return pages.refusal(status, Refusal.plain(heading, text, code));
  }
}
